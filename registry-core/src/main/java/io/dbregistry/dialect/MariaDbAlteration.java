package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.PrimaryKeyChanged;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.TablePart;
import org.jspecify.annotations.Nullable;

/**
 * The changes of MariaDB, which declares a column anew to change it.
 */
final class MariaDbAlteration extends Alteration {

	MariaDbAlteration(Dialect dialect, StandardDdl ddl) {
		super(dialect, ddl);
	}

	/**
	 * A column that counts up has to be a key at any time, and comes and goes together
	 * with it.
	 */
	@Override
	List<String> statements(List<Change> changes) {
		List<String> statements = new ArrayList<>();
		for (List<Change> together : ChangeSets.of(changes)) {
			boolean withKey = together.size() > 1 && together.get(together.size() - 1) instanceof PrimaryKeyChanged;
			statements.addAll(withKey ? List.of(changeKey(together)) : super.statements(together));
		}
		return statements;
	}

	private String changeKey(List<Change> together) {
		PrimaryKeyChanged key = (PrimaryKeyChanged) together.get(together.size() - 1);
		List<String> columns = new ArrayList<>();
		for (Change change : together) {
			if (change instanceof ColumnAdded added) {
				columns.add("add column " + ddl().column(change.table(), added.column()));
			}
			else if (change instanceof ColumnRemoved removed) {
				columns.add("drop column " + quote(removed.column().name()));
			}
		}
		return changeKey(key.table(), key.before(), columns, key.after());
	}

	/** Without a schema it would move to the current one. */
	@Override
	String newName(QualifiedName table) {
		return dialect().quote(table);
	}

	/** Its declaration has its remark. */
	@Override
	List<String> commentOnNew(QualifiedName table, Column column) {
		return List.of();
	}

	@Override
	String comment(QualifiedName table, @Nullable String comment) {
		return alter(table) + "comment = " + ddl().literal((comment != null) ? comment : "");
	}

	@Override
	List<String> changeColumn(QualifiedName table, Column before, Column after) {
		return List.of(alter(table) + "modify column " + ddl().column(table, after));
	}

	@Override
	List<String> changeKey(QualifiedName table, @Nullable PrimaryKey before, @Nullable PrimaryKey after) {
		return List.of(changeKey(table, before, List.of(), after));
	}

	private String changeKey(QualifiedName table, @Nullable PrimaryKey before, List<String> columns,
			@Nullable PrimaryKey after) {
		List<String> clauses = new ArrayList<>();
		if (before != null) {
			clauses.add("drop primary key");
		}
		clauses.addAll(columns);
		if (after != null) {
			clauses.add("add " + ddl().key(after));
		}
		return alter(table) + String.join(", ", clauses);
	}

	@Override
	String dropIndex(QualifiedName table, Index index) {
		return alter(table) + "drop index " + quote(index.name());
	}

	/** With the index that the server made for a foreign key, if it had none. */
	@Override
	String dropConstraint(QualifiedName table, TablePart constraint) {
		String name = quote(constraint.name());
		return (constraint instanceof ForeignKey)
				? alter(table) + "drop foreign key %s, drop index if exists %s".formatted(name, name)
				: super.dropConstraint(table, constraint);
	}

}
