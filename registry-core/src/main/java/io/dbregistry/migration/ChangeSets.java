package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.dialect.Ddl;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.PrimaryKeyChanged;
import io.dbregistry.metadata.Change.TableAdded;
import io.dbregistry.metadata.Change.TableRemoved;
import io.dbregistry.metadata.Table;

/**
 * Divides changes into those that are made or fail together.
 * <p>
 * Where a rollback undoes DDL, that is all of them. Elsewhere it is one change; a table
 * comes after those it refers to, tables in a circle come together, and so do a primary
 * key and a column in it that the database counts up.
 */
final class ChangeSets {

	private final Ddl ddl;

	private final List<List<Change>> sets = new ArrayList<>();

	private ChangeSets(Ddl ddl) {
		this.ddl = ddl;
	}

	static List<List<Change>> of(List<Change> changes, Ddl ddl) {
		if (ddl.isTransactional()) {
			return List.of(changes);
		}
		ChangeSets sets = new ChangeSets(ddl);
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
		List<List<Change>> drops = new ArrayList<>();
		circles(removed).forEach((tables) -> drops.add(tables.stream().<Change>map(TableRemoved::new).toList()));
		Collections.reverse(drops);
		this.sets.addAll(drops);
		circles(added).forEach((tables) -> this.sets.add(tables.stream().<Change>map(TableAdded::new).toList()));
		removed.clear();
		added.clear();
	}

	/** Tables that refer to each other, after those that they refer to. */
	private Collection<List<Table>> circles(List<Table> tables) {
		Map<Integer, List<Table>> circles = new LinkedHashMap<>();
		this.ddl.createTables(tables)
			.stream()
			.filter(Ddl.Step::creates)
			.forEach((step) -> circles.computeIfAbsent(step.circle(), (circle) -> new ArrayList<>()).add(step.table()));
		return circles.values();
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
