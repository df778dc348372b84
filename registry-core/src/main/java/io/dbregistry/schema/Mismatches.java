package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnChanged;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.PartAdded;
import io.dbregistry.metadata.Change.PrimaryKeyChanged;
import io.dbregistry.metadata.Change.TableAdded;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.TablePart;
import io.dbregistry.metadata.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * What keeps models from working with the tables of their database, in sentences.
 * <p>
 * Missing tables, columns, keys, unique constraints and foreign keys do, and columns of
 * another type or nullability. Names of keys and constraints, further tables, indexes and
 * constraints, checks, defaults and remarks do not; nor do further columns, unless a row
 * without them would be refused.
 */
final class Mismatches {

	private final String database;

	private final Comparison comparison;

	private final Map<QualifiedName, List<String>> missingColumns = new LinkedHashMap<>();

	private final Map<QualifiedName, List<String>> problems = new LinkedHashMap<>();

	private Mismatches(String database, Comparison comparison) {
		this.database = database;
		this.comparison = comparison;
	}

	/** One sentence for each mismatch, table by table. */
	static List<String> of(String database, Comparison comparison) {
		Mismatches mismatches = new Mismatches(database, comparison);
		comparison.declared().tables().forEach((table) -> mismatches.problems.put(table.name(), new ArrayList<>()));
		comparison.changes().forEach(mismatches::add);
		mismatches.missingColumns.forEach(mismatches::addMissing);
		return mismatches.problems.values().stream().flatMap(Collection::stream).toList();
	}

	private void add(Change change) {
		if (change instanceof TableAdded) {
			add(change.table(), "Table '%s' of database '%s' does not exist".formatted(change.table(), this.database));
		}
		else if (change instanceof ColumnAdded added) {
			this.missingColumns.computeIfAbsent(change.table(), (name) -> new ArrayList<>()).add(added.column().name());
		}
		else if (change instanceof ColumnRemoved removed) {
			addFurther(change.table(), removed.column());
		}
		else if (change instanceof ColumnChanged changed) {
			addChanged(change.table(), changed.before(), changed.after());
		}
		else if (change instanceof PrimaryKeyChanged changed) {
			addKey(change.table(), columns(changed.before()), columns(changed.after()));
		}
		else if (change instanceof PartAdded added) {
			addPart(change.table(), added.part());
		}
	}

	private void addPart(QualifiedName table, TablePart part) {
		if (part instanceof UniqueConstraint unique) {
			addUnique(table, unique.columns());
		}
		else if (part instanceof Index index && index.unique()) {
			addUnique(table, columns(index));
		}
		else if (part instanceof ForeignKey foreignKey) {
			addForeignKey(table, foreignKey);
		}
	}

	private void addMissing(QualifiedName table, List<String> columns) {
		List<String> existing = live(table).columns().stream().map(Column::name).sorted().toList();
		add(table, "Table '%s' of database '%s' has no column '%s' (it has: '%s')".formatted(table, this.database,
				String.join("', '", columns), String.join("', '", existing)));
	}

	private void addFurther(QualifiedName table, Column column) {
		if (column.requiresValue()) {
			add(table, "%s is in no model, and refuses rows without a value".formatted(subject(table, column)));
		}
	}

	private void addChanged(QualifiedName table, Column found, Column expected) {
		if (!found.type().equals(expected.type())) {
			add(table,
					"%s is %s, where the model has %s".formatted(subject(table, found), found.type(), expected.type()));
		}
		if (found.nullable() != expected.nullable()) {
			add(table, "%s %s".formatted(subject(table, found), found.nullable()
					? "can be null, where the model's cannot" : "cannot be null, where the model's can"));
		}
		if (expected.identity() && !found.identity()) {
			add(table, "%s is not counted up by the database, where the model's is".formatted(subject(table, found)));
		}
	}

	private void addKey(QualifiedName table, List<String> found, List<String> expected) {
		if (!found.equals(expected)) {
			add(table, "Table '%s' of database '%s' has %s, where the model has key %s".formatted(table, this.database,
					found.isEmpty() ? "no primary key" : "primary key " + found, expected));
		}
	}

	private void addUnique(QualifiedName table, List<String> columns) {
		Table live = live(table);
		Set<Set<String>> known = new HashSet<>();
		live.uniques().forEach((unique) -> known.add(Set.copyOf(unique.columns())));
		live.indexes().stream().filter(Index::unique).forEach((index) -> known.add(Set.copyOf(columns(index))));
		known.add(Set.copyOf(columns(live.primaryKey())));
		if (!known.contains(Set.copyOf(columns))) {
			add(table, "Table '%s' of database '%s' takes equal values in %s, which are unique in the model"
				.formatted(table, this.database, columns));
		}
	}

	private void addForeignKey(QualifiedName table, ForeignKey key) {
		boolean known = live(table).foreignKeys().stream().anyMatch((other) -> isSame(other, key));
		if (!known) {
			add(table, "Table '%s' of database '%s' has no foreign key from %s to %s%s".formatted(table, this.database,
					key.columns(), key.target(), key.targetColumns()));
		}
	}

	private static boolean isSame(ForeignKey one, ForeignKey other) {
		return one.columns().equals(other.columns()) && one.target().equals(other.target())
				&& one.targetColumns().equals(other.targetColumns());
	}

	private static List<String> columns(@Nullable PrimaryKey key) {
		return (key != null) ? key.columns() : List.of();
	}

	private static List<String> columns(Index index) {
		return index.columns().stream().map(Index.Part::column).toList();
	}

	private String subject(QualifiedName table, Column column) {
		return "Column '%s' of table '%s' of database '%s'".formatted(column.name(), table, this.database);
	}

	private Table live(QualifiedName table) {
		return this.comparison.live().find(table).orElseThrow();
	}

	private void add(QualifiedName table, String problem) {
		this.problems.computeIfAbsent(table, (name) -> new ArrayList<>()).add(problem);
	}

}
