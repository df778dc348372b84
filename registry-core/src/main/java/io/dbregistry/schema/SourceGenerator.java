package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Note;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file for each table that can be a model, and one for the package that says
 * what has none.
 */
final class SourceGenerator {

	private final Metadata metadata;

	private final Dialect dialect;

	/**
	 * Creates a generator.
	 * @param metadata the live tables
	 * @param dialect what knows their types
	 */
	SourceGenerator(Metadata metadata, Dialect dialect) {
		this.metadata = metadata;
		this.dialect = dialect;
	}

	/**
	 * The sources.
	 * @param extra the name of the database, or {@code null} for the primary one
	 * @param schema the schema that the models are fixed to, or {@code null}
	 */
	Sources sources(@Nullable String extra, @Nullable String schema, String packageName) {
		SourcePlan plan = new SourcePlan(this.metadata, new SourceTypes(this.dialect));
		String folder = packageName.replace('.', '/') + "/";
		List<String> members = members(extra, schema);
		List<Note> notes = new ArrayList<>();
		Map<String, String> files = new LinkedHashMap<>();
		for (Table table : plan.tables()) {
			List<String> own = new ArrayList<>();
			this.metadata.notes()
				.stream()
				.filter((note) -> note.subject().equals(table.name()))
				.forEach((note) -> own.add(note.text()));
			String text = new SourceRecord(table, plan, own).file(packageName, members);
			files.put(folder + plan.className(table) + ".java", text);
			own.forEach((note) -> notes.add(new Note(table.name(), note)));
		}
		List<Note> others = others(plan);
		if (!others.isEmpty()) {
			files.put(folder + "package-info.java",
					SourceText.comments(others.stream().map(Note::toString).toList(), "")
							+ "package %s;\n".formatted(packageName));
			notes.addAll(others);
		}
		return new Sources(files, notes);
	}

	/** What concerns no model. */
	private List<Note> others(SourcePlan plan) {
		List<Note> others = new ArrayList<>();
		plan.reasons().forEach((table, reason) -> others.add(new Note(table, reason)));
		List<Table> tables = plan.tables();
		this.metadata.notes()
			.stream()
			.filter((note) -> tables.stream().noneMatch((table) -> table.name().equals(note.subject())))
			.forEach(others::add);
		return others;
	}

	private static List<String> members(@Nullable String extra, @Nullable String schema) {
		List<String> members = new ArrayList<>();
		if (extra != null) {
			members.add("database = " + SourceText.literal(extra));
		}
		if (schema != null) {
			members.add("schema = " + SourceText.literal(schema));
		}
		return members;
	}

}
