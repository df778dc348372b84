package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnChanged;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.TableRemoved;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;

/**
 * What a plan leads to: what the models ask for, together with what they no longer have
 * while nobody allows to destroy it.
 * <p>
 * A table stays as it is. A column stays, and can be null from now on where it refused
 * rows without a value, since the models give it none. A column whose values would not
 * fit keeps its type.
 */
final class Goal {

	private Goal() {
	}

	/**
	 * Takes changes back.
	 * @param wanted what the models ask for
	 * @param withheld the changes on the way there that are not made
	 */
	static Metadata of(Metadata wanted, List<Change> withheld) {
		Map<QualifiedName, Table> tables = new HashMap<>();
		wanted.tables().forEach((table) -> tables.put(table.name(), table));
		for (Change change : withheld) {
			if (change instanceof TableRemoved removed) {
				tables.put(change.table(), removed.removed());
			}
			else {
				tables.computeIfPresent(change.table(), (name, table) -> keep(table, change));
			}
		}
		return Metadata.of(wanted.database(), tables.values(), wanted.sequences(), List.of());
	}

	private static Table keep(Table table, Change withheld) {
		List<Column> columns = new ArrayList<>(table.columns());
		if (withheld instanceof ColumnRemoved removed) {
			columns.add(optional(removed.column()));
		}
		else if (withheld instanceof ColumnChanged changed) {
			Column after = changed.after();
			columns.set(columns.indexOf(after), new Column(after.name(), changed.before().type(), after.nullable(),
					after.identity(), changed.before().defaultValue(), after.comment()));
		}
		return new Table(table.name(), columns, table.primaryKey(), table.uniques(), table.indexes(),
				table.foreignKeys(), table.checks(), table.comment());
	}

	/** A column that rows without a value can have. */
	static Column optional(Column column) {
		return column.requiresValue() ? new Column(column.name(), column.type(), true, false, null, column.comment())
				: column;
	}

}
