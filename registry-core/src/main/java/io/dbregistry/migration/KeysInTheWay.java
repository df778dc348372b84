package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnChanged;
import io.dbregistry.metadata.Change.PartRemoved;
import io.dbregistry.metadata.Change.PrimaryKeyChanged;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.TablePart;
import io.dbregistry.metadata.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Foreign keys that stay, and that servers would hold against a change: of the type of a
 * column on either side, of the key or constraint they refer to, or of an index they use.
 */
final class KeysInTheWay {

	private final List<Change> changes;

	private KeysInTheWay(List<Change> changes) {
		this.changes = changes;
	}

	/** The changes, with these keys removed before and added after them. */
	static List<Change> around(List<Change> changes, Metadata before, Metadata after) {
		KeysInTheWay keys = new KeysInTheWay(changes);
		List<Change> removals = new ArrayList<>();
		for (Table table : before.tables()) {
			List<ForeignKey> staying = after.find(table.name()).map(Table::foreignKeys).orElse(List.of());
			table.foreignKeys()
				.stream()
				.filter((key) -> staying.contains(key) && keys.isInTheWay(table.name(), key))
				.forEach((key) -> removals.add(new PartRemoved(table.name(), key)));
		}
		return Stream.of(removals.stream(), changes.stream(), removals.stream().map(Change::inverse))
			.flatMap((part) -> part)
			.toList();
	}

	private boolean isInTheWay(QualifiedName table, ForeignKey key) {
		return this.changes.stream()
			.anyMatch((change) -> (change.table().equals(table) && touches(change, key.columns()))
					|| (change.table().equals(key.target()) && touches(change, key.targetColumns())));
	}

	private static boolean touches(Change change, List<String> columns) {
		if (change instanceof ColumnChanged changed) {
			return columns.contains(changed.before().name()) && !changed.before().type().equals(changed.after().type());
		}
		if (change instanceof PrimaryKeyChanged changed) {
			return uses(columns(changed.before()), columns);
		}
		return change instanceof PartRemoved removed && uses(columns(removed.part()), columns);
	}

	/** Whether an index over some columns serves a key over others. */
	private static boolean uses(List<String> index, List<String> key) {
		return index.size() >= key.size() && Set.copyOf(index.subList(0, key.size())).equals(Set.copyOf(key));
	}

	private static List<String> columns(@Nullable PrimaryKey key) {
		return (key != null) ? key.columns() : List.of();
	}

	private static List<String> columns(TablePart part) {
		if (part instanceof Index index) {
			return index.columns().stream().map(Index.Part::column).toList();
		}
		return (part instanceof UniqueConstraint unique) ? unique.columns() : List.of();
	}

}
