package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.TableAdded;
import io.dbregistry.metadata.Change.TableRemoved;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Table;

/**
 * Finds removals and additions that look like renames: a column of the same type but for
 * its size in the same table, a table with mostly the same columns.
 */
final class RenameHints {

	private RenameHints() {
	}

	static List<String> of(List<Change> changes) {
		List<String> hints = new ArrayList<>();
		for (Change added : changes) {
			for (Change removed : changes) {
				if (added instanceof ColumnAdded one && removed instanceof ColumnRemoved other && isLike(one, other)) {
					hints.add(hint("column '%s' of table '%s'".formatted(one.column().name(), one.table()),
							other.column().name()));
				}
				else if (added instanceof TableAdded one && removed instanceof TableRemoved other
						&& isLike(one.added(), other.removed())) {
					hints.add(hint("table '%s'".formatted(one.table()), other.table().name()));
				}
			}
		}
		return hints;
	}

	/** The columns that go, and may be one that comes, by their names. */
	static List<String> former(ColumnAdded added, List<Change> changes) {
		return changes.stream()
			.filter((change) -> change instanceof ColumnRemoved removed && isLike(added, removed))
			.map((change) -> ((ColumnRemoved) change).column().name())
			.toList();
	}

	private static boolean isLike(ColumnAdded added, ColumnRemoved removed) {
		return added.table().equals(removed.table()) && Loss.areLike(added.column().type(), removed.column().type());
	}

	private static boolean isLike(Table added, Table removed) {
		Set<String> common = names(added);
		common.retainAll(names(removed));
		return common.size() * 2 > Math.max(added.columns().size(), removed.columns().size());
	}

	private static Set<String> names(Table table) {
		return table.columns().stream().map(Column::name).collect(Collectors.toSet());
	}

	private static String hint(String added, String removed) {
		return "Did you mean a rename, from '%2$s' to %1$s? Then mark it @RenamedFrom(\"%2$s\")".formatted(added,
				removed);
	}

}
