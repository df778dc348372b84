package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.metadata.Note;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a schema has, while it is read. Names go in as the product stores them and come
 * out as they are declared. Not safe for use by several threads.
 */
final class CatalogDraft {

	private final Dialect dialect;

	private final @Nullable String schema;

	private final TableFilter filter;

	/** By stored name. */
	private final Map<String, TableDraft> tables = new LinkedHashMap<>();

	private final List<Sequence> sequences = new ArrayList<>();

	private final List<Note> notes = new ArrayList<>();

	CatalogDraft(Dialect dialect, @Nullable String schema, TableFilter filter) {
		this.dialect = dialect;
		this.schema = schema;
		this.filter = filter;
	}

	@Nullable String schema() {
		return this.schema;
	}

	/** Whether all tables are wanted, and with them notes of views. */
	boolean isWhole() {
		return this.filter.isAll();
	}

	/** The stored names of the only tables wanted, or empty when all are to be read. */
	Optional<List<String>> findNames() {
		return this.filter.findNames().map((names) -> names.stream().map(this.dialect::stored).toList());
	}

	/**
	 * The name that is declared for a stored one.
	 */
	String name(String stored) {
		return this.dialect.declared(stored);
	}

	/** Whether declared names can stand for a stored one. */
	boolean canName(String stored) {
		return this.dialect.stored(name(stored)).equals(stored);
	}

	/**
	 * Begins a table, if it is wanted.
	 * @return the table, or {@code null} if it is not wanted or has no name that could be
	 * declared, which is noted
	 */
	@Nullable TableDraft begin(String stored) {
		QualifiedName name = new QualifiedName(this.schema, name(stored));
		if (!this.filter.accepts(name.name())) {
			return null;
		}
		if (!canName(stored)) {
			note(stored, "is a table stored in lower case, which no declared name stands for; it is left out");
			return null;
		}
		TableDraft table = new TableDraft(name);
		this.tables.put(stored, table);
		return table;
	}

	/** A table that has begun, or {@code null}. */
	@Nullable TableDraft find(String stored) {
		return this.tables.get(stored);
	}

	/** Adds a sequence, or notes it when the records cannot say what it counts by. */
	void addSequence(String stored, long start, long increment) {
		if (increment == 0 || increment != (int) increment) {
			note(stored, "is a sequence that counts by %d; it is left out".formatted(increment));
			return;
		}
		this.sequences.add(new Sequence(new QualifiedName(this.schema, name(stored)), start, (int) increment));
	}

	/**
	 * Says what the records cannot of something that is no table.
	 * @param stored its stored name
	 * @param text a sentence that begins after the name
	 */
	void note(String stored, String text) {
		this.notes.add(new Note(new QualifiedName(this.schema, name(stored)), text));
	}

	Catalog.Contents build() {
		List<Table> built = new ArrayList<>(this.tables.size());
		List<Note> all = new ArrayList<>(this.notes);
		for (TableDraft table : this.tables.values()) {
			all.addAll(table.notes());
			if (table.isComplete()) {
				built.add(table.build());
			}
			else {
				all.add(new Note(table.name(), "is a table without columns; it is left out"));
			}
		}
		built.sort(Comparator.comparing((table) -> table.name().name()));
		this.sequences.sort(Comparator.comparing((sequence) -> sequence.name().name()));
		return new Catalog.Contents(built, this.sequences, all);
	}

}
