package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.PrimaryKeyChanged;
import io.dbregistry.metadata.Change.TableAdded;
import io.dbregistry.metadata.Change.TableRemoved;
import io.dbregistry.metadata.Table;

/**
 * Divides changes into those that are made or fail together where no rollback undoes DDL:
 * each is alone, but a table comes after those it refers to, tables in a circle come
 * together, and so do a primary key, changed last, and a column that the database counts
 * up.
 */
final class ChangeSets {

	private final List<List<Change>> sets = new ArrayList<>();

	private ChangeSets() {
	}

	static List<List<Change>> of(List<Change> changes) {
		ChangeSets sets = new ChangeSets();
		sets.divide(changes);
		return sets.sets;
	}

	private void divide(List<Change> changes) {
		List<Table> added = new ArrayList<>();
		List<Table> removed = new ArrayList<>();
		List<Change> withKeys = changes.stream().filter((change) -> isCounted(change, changes)).toList();
		for (Change change : changes) {
			if (change instanceof TableAdded table) {
				added.add(table.added());
				continue;
			}
			if (change instanceof TableRemoved table) {
				removed.add(table.removed());
				continue;
			}
			flush(removed, added);
			if (change instanceof PrimaryKeyChanged) {
				this.sets.add(withKey(change, withKeys));
			}
			else if (!withKeys.contains(change)) {
				this.sets.add(List.of(change));
			}
		}
		flush(removed, added);
	}

	private void flush(List<Table> removed, List<Table> added) {
		DependencyOrder.of(removed)
			.reversed()
			.forEach((tables) -> this.sets.add(tables.stream().<Change>map(TableRemoved::new).toList()));
		DependencyOrder.of(added)
			.circles()
			.forEach((tables) -> this.sets.add(tables.stream().<Change>map(TableAdded::new).toList()));
		removed.clear();
		added.clear();
	}

	private static boolean isCounted(Change change, List<Change> changes) {
		boolean counted = change instanceof ColumnAdded added && added.column().identity()
				|| change instanceof ColumnRemoved removed && removed.column().identity();
		return counted && changes.stream()
			.anyMatch((other) -> other instanceof PrimaryKeyChanged && other.table().equals(change.table()));
	}

	private static List<Change> withKey(Change key, List<Change> withKeys) {
		List<Change> set = new ArrayList<>(
				withKeys.stream().filter((change) -> change.table().equals(key.table())).toList());
		set.add(key);
		return set;
	}

}
