package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Note;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.LiveTable;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.ReflectedTable;
import io.dbregistry.model.Row;
import io.dbregistry.model.Times;
import io.dbregistry.model.UnresolvedReferenceException;
import io.dbregistry.schema.ReflectedModelException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Compares the reflected models of a database with their tables.
 * <ol>
 * <li>The tables of each schema are read at once.</li>
 * <li>Declared columns must be there, with a type that takes the values. Models that
 * declare none take those of the table.</li>
 * <li>If anything is wrong anywhere, all of it is thrown and no model changes.</li>
 * </ol>
 */
final class ReflectedCheck {

	private final String database;

	private final Models models;

	private final LiveReader reader;

	private final LiveTypes types;

	private final List<Problem> problems = new ArrayList<>();

	private final List<Note> notes = new ArrayList<>();

	private final Map<String, LiveTable> changed = new LinkedHashMap<>();

	ReflectedCheck(String database, Models models, LiveReader reader) {
		this.database = database;
		this.models = models;
		this.reader = reader;
		this.types = new LiveTypes(reader.dialect());
	}

	/**
	 * Does it.
	 * @return which columns are read as text because Java has no type for them
	 */
	List<Note> reflect() throws SQLException {
		Map<@Nullable String, List<ModelType<?>>> bySchema = new LinkedHashMap<>();
		for (ModelType<?> model : this.models.of(ModelKind.REFLECTED)) {
			if (model.home().equals(this.database)) {
				bySchema.computeIfAbsent(this.reader.schema(table(model).name()), (schema) -> new ArrayList<>())
					.add(model);
			}
		}
		for (Map.Entry<@Nullable String, List<ModelType<?>>> schema : bySchema.entrySet()) {
			List<ModelType<?>> there = Objects.requireNonNull(schema.getValue());
			Map<String, Table> tables = this.reader.tables(schema.getKey(),
					there.stream().map((model) -> table(model).name().name()).toList());
			there.forEach((model) -> reflect(model, tables.get(this.reader.key(table(model).name().name()))));
		}
		if (!this.problems.isEmpty()) {
			throw new ReflectedModelException(this.database, this.problems);
		}
		this.models.together(() -> this.changed
			.forEach((name, table) -> this.models.onRegister(name, Times.ONCE, table::describe).close()));
		return List.copyOf(this.notes);
	}

	private static ReflectedTable table(ModelType<?> model) {
		return model.findReflected().orElseThrow();
	}

	private void reflect(ModelType<?> model, @Nullable Table live) {
		ReflectedTable reflected = table(model);
		if (live == null) {
			this.problems.add(new Problem(model.name(), reflected.name(), null, "to be there", "there is none"));
		}
		else if (reflected.whole()) {
			take(model, reflected, live);
		}
		else {
			compare(model, reflected, live);
		}
	}

	private void take(ModelType<?> model, ReflectedTable reflected, Table live) {
		if (live.primaryKey() == null) {
			this.problems.add(new Problem(model.name(), reflected.name(), null, "to have a primary key",
					"it has none; declare the attributes of the model, its key among them"));
			return;
		}
		Table named = named(live, reflected.name());
		live.columns().stream().filter(this.types::isExotic).forEach((column) -> this.notes.add(note(live, column)));
		if (!named.equals(reflected.live())) {
			this.changed.put(model.name(), LiveTable.of(named, this.types::of));
		}
	}

	static Note note(Table table, Column column) {
		return new Note(table.name(), "has column '%s' of type '%s', which is read and written as text"
			.formatted(column.name(), column.type()));
	}

	/** A live table under the name that a model has for it. */
	static Table named(Table live, QualifiedName name) {
		return new Table(name, live.columns(), live.primaryKey(), live.uniques(), live.indexes(), live.foreignKeys(),
				live.checks(), live.comment());
	}

	private void compare(ModelType<?> model, ReflectedTable reflected, Table live) {
		Map<String, Column> columns = live.columns()
			.stream()
			.collect(Collectors.toMap((column) -> this.reader.key(column.name()), (column) -> column));
		Map<String, Column> declared = declared(model, live);
		for (Attribute attribute : attributes(model)) {
			if (!reflected.unchecked().contains(attribute.name())) {
				attribute.columns()
					.stream()
					.map((column) -> Objects.requireNonNull(declared.get(this.reader.key(column.name()))))
					.forEach((column) -> compare(model, attribute, live, column,
							columns.get(this.reader.key(column.name()))));
			}
		}
	}

	/**
	 * A model whose references lead nowhere cannot be used, and is nothing to compare.
	 */
	private static List<Attribute> attributes(ModelType<?> model) {
		try {
			return model.attributes();
		}
		catch (UnresolvedReferenceException ex) {
			return List.of();
		}
	}

	private Map<String, Column> declared(ModelType<?> model, Table live) {
		if (attributes(model).isEmpty()) {
			return Map.of();
		}
		Table normal = this.reader.dialect().normalForm(model.table());
		return this.reader.dialect()
			.align(normal, live)
			.columns()
			.stream()
			.collect(Collectors.toMap((column) -> this.reader.key(column.name()), (column) -> column));
	}

	private void compare(ModelType<?> model, Attribute attribute, Table live, Column declared, @Nullable Column found) {
		String type = "of type '%s'".formatted(declared.type());
		if (found == null) {
			String known = live.columns().stream().map(Column::name).collect(Collectors.joining("', '"));
			add(model, live, declared, type,
					"there is none (it has: '%s')%s".formatted(known, origin(model, attribute)));
		}
		else if (!this.types.fit(declared.type(), found.type())) {
			add(model, live, declared, type, "it is of type '%s'".formatted(found.type()));
		}
		else if (declared.identity() && !found.identity() && found.defaultValue() == null) {
			add(model, live, declared, "to be counted up by the database", "it is not");
		}
	}

	private void add(ModelType<?> model, Table live, Column column, String expected, String found) {
		this.problems.add(new Problem(model.name(), live.name(), column.name(), expected, found));
	}

	/** Nobody has declared the key that a model without one gets. */
	private static String origin(ModelType<?> model, Attribute attribute) {
		boolean given = model.type() == Row.class && attribute.isKey() && attribute.name().equals("id");
		return given ? "; '%s' is the key of models that declare none, declare another with key()"
			.formatted(attribute.name()) : "";
	}

}
