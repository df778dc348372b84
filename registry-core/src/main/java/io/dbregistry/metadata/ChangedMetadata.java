package io.dbregistry.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnChanged;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.ColumnRenamed;
import io.dbregistry.metadata.Change.CommentChanged;
import io.dbregistry.metadata.Change.PartAdded;
import io.dbregistry.metadata.Change.PartRemoved;
import io.dbregistry.metadata.Change.PrimaryKeyChanged;
import io.dbregistry.metadata.Change.SequenceChanged;
import io.dbregistry.metadata.Change.TableAdded;
import io.dbregistry.metadata.Change.TableRemoved;
import io.dbregistry.metadata.Change.TableRenamed;
import org.jspecify.annotations.Nullable;

/**
 * Metadata while changes are made to them. Not safe for use by several threads.
 */
final class ChangedMetadata {

	private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();

	private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();

	ChangedMetadata(Metadata metadata) {
		metadata.tables().forEach((table) -> this.tables.put(table.name(), table));
		metadata.sequences().forEach((sequence) -> this.sequences.put(sequence.name(), sequence));
	}

	Collection<Table> tables() {
		return this.tables.values();
	}

	Collection<Sequence> sequences() {
		return this.sequences.values();
	}

	void apply(Change change) {
		if (change instanceof TableAdded added) {
			add(change, added.added());
		}
		else if (change instanceof TableRemoved) {
			require(change, this.tables.remove(change.table()) != null);
		}
		else if (change instanceof SequenceChanged sequence) {
			apply(sequence);
		}
		else if (change instanceof TableRenamed renamed) {
			rename(change, Renaming.of(renamed));
		}
		else if (change instanceof ColumnRenamed renamed) {
			rename(change, Renaming.of(renamed));
		}
		else {
			Table table = this.tables.get(change.table());
			if (table == null) {
				throw impossible(change);
			}
			this.tables.put(change.table(), parts(change, columns(change, table)));
		}
	}

	private void apply(SequenceChanged change) {
		Sequence before = (change.after() != null) ? this.sequences.put(change.table(), change.after())
				: this.sequences.remove(change.table());
		require(change, (before != null) == (change.before() != null));
	}

	private void rename(Change change, Renaming renaming) {
		List<Table> renamed = this.tables.values().stream().map(renaming::apply).toList();
		require(change, !renamed.equals(List.copyOf(this.tables.values())));
		this.tables.clear();
		renamed.forEach((table) -> add(change, table));
	}

	private void add(Change change, Table table) {
		if (this.tables.put(table.name(), table) != null) {
			throw new IllegalArgumentException(("These metadata have a table '%s' already, and '%s' makes another; "
					+ "give one of them another name")
				.formatted(table.name(), change.describe()));
		}
	}

	private static Table columns(Change change, Table table) {
		List<Column> columns = new ArrayList<>(table.columns());
		@Nullable PrimaryKey key = table.primaryKey();
		@Nullable String comment = table.comment();
		if (change instanceof ColumnAdded added) {
			columns.add(added.column());
		}
		else if (change instanceof ColumnRemoved removed) {
			require(change, columns.removeIf(named(removed.column().name())));
		}
		else if (change instanceof ColumnChanged changed) {
			require(change, columns.stream().anyMatch(named(changed.before().name())));
			columns.replaceAll((column) -> named(changed.before().name()).test(column) ? changed.after() : column);
		}
		else if (change instanceof PrimaryKeyChanged changed) {
			key = changed.after();
		}
		else if (change instanceof CommentChanged changed) {
			comment = changed.after();
		}
		return new Table(table.name(), columns, key, table.uniques(), table.indexes(), table.foreignKeys(),
				table.checks(), comment);
	}

	private static Predicate<Column> named(String name) {
		return (column) -> column.name().equals(name);
	}

	private static Table parts(Change change, Table table) {
		List<TablePart> parts = new ArrayList<>(table.uniques());
		parts.addAll(table.indexes());
		parts.addAll(table.foreignKeys());
		parts.addAll(table.checks());
		if (change instanceof PartAdded added) {
			parts.add(added.part());
		}
		else if (change instanceof PartRemoved removed) {
			require(change, parts.remove(removed.part()));
		}
		return new Table(table.name(), table.columns(), table.primaryKey(), of(UniqueConstraint.class, parts),
				of(Index.class, parts), of(ForeignKey.class, parts), of(Check.class, parts), table.comment());
	}

	private static <T extends TablePart> List<T> of(Class<T> type, List<TablePart> parts) {
		return parts.stream().filter(type::isInstance).map(type::cast).toList();
	}

	private static void require(Change change, boolean possible) {
		if (!possible) {
			throw impossible(change);
		}
	}

	private static IllegalArgumentException impossible(Change change) {
		return new IllegalArgumentException(
				"These metadata do not have what '%s' changes; apply it to those it was made for"
					.formatted(change.describe()));
	}

}
