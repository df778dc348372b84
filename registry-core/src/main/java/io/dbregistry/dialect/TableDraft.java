package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Note;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A table while its parts are read one after another. Not safe for use by several
 * threads.
 */
final class TableDraft {

	private final QualifiedName name;

	private final List<Column> columns = new ArrayList<>();

	private final List<Note> notes = new ArrayList<>();

	private @Nullable String comment;

	private @Nullable String keyName;

	private final List<String> key = new ArrayList<>();

	private final Map<String, List<String>> uniques = new TreeMap<>();

	private final Map<String, List<Index.Part>> indexes = new TreeMap<>();

	private final Map<String, Boolean> uniqueIndexes = new TreeMap<>();

	private final List<ForeignKey> foreignKeys = new ArrayList<>();

	private final List<Check> checks = new ArrayList<>();

	TableDraft(QualifiedName name) {
		this.name = name;
	}

	QualifiedName name() {
		return this.name;
	}

	void comment(@Nullable String comment) {
		this.comment = (comment == null || comment.isEmpty()) ? null : comment;
	}

	void add(Column column) {
		this.columns.add(column);
	}

	boolean hasColumn(String column) {
		return this.columns.stream().anyMatch((one) -> one.name().equals(column));
	}

	/** Adds the next column of the primary key. */
	void addKeyColumn(@Nullable String constraint, String column) {
		this.keyName = constraint;
		this.key.add(column);
	}

	/** Adds the next column of a unique constraint. */
	void addUniqueColumn(String constraint, String column) {
		this.uniques.computeIfAbsent(constraint, (any) -> new ArrayList<>()).add(column);
	}

	/** Adds the next column of an index. */
	void addIndexPart(String index, boolean unique, Index.Part part) {
		this.uniqueIndexes.put(index, unique);
		this.indexes.computeIfAbsent(index, (any) -> new ArrayList<>()).add(part);
	}

	void add(ForeignKey foreignKey) {
		this.foreignKeys.add(foreignKey);
	}

	void add(Check check) {
		this.checks.add(check);
	}

	/**
	 * Says what the records cannot.
	 * @param text a sentence that begins after the name of the table
	 */
	void note(String text) {
		this.notes.add(new Note(this.name, text));
	}

	/** Whether there is anything that makes a table. */
	boolean isComplete() {
		return !this.columns.isEmpty();
	}

	List<Note> notes() {
		return this.notes;
	}

	Table build() {
		List<UniqueConstraint> constraints = this.uniques.entrySet()
			.stream()
			.map((entry) -> new UniqueConstraint(entry.getKey(), entry.getValue()))
			.toList();
		List<Index> built = this.indexes.entrySet().stream().map(this::index).toList();
		this.foreignKeys.sort(Comparator.comparing(ForeignKey::name));
		this.checks.sort(Comparator.comparing(Check::name));
		PrimaryKey primaryKey = this.key.isEmpty() ? null : new PrimaryKey(this.keyName, this.key);
		return new Table(this.name, this.columns, primaryKey, constraints, built, this.foreignKeys, this.checks,
				this.comment);
	}

	private Index index(Entry<String, List<Index.Part>> entry) {
		return new Index(entry.getKey(), Boolean.TRUE.equals(this.uniqueIndexes.get(entry.getKey())), entry.getValue());
	}

}
