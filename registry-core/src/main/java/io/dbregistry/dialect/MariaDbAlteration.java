package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

	/** What is done together with a change of the key, by table. */
	private final Map<QualifiedName, List<String>> withKey = new HashMap<>();

	MariaDbAlteration(Dialect dialect, StandardDdl ddl) {
		super(dialect, ddl);
	}

	/**
	 * A column that counts up has to be a key at any time, and comes and goes together
	 * with it.
	 */
	@Override
	List<String> statements(List<Change> changes) {
		List<Change> rest = new ArrayList<>();
		for (Change change : changes) {
			String clause = clauseWithKey(change);
			if (clause != null && changes.stream()
				.anyMatch((key) -> key instanceof PrimaryKeyChanged && key.table().equals(change.table()))) {
				this.withKey.computeIfAbsent(change.table(), (table) -> new ArrayList<>()).add(clause);
			}
			else {
				rest.add(change);
			}
		}
		return super.statements(rest);
	}

	private @Nullable String clauseWithKey(Change change) {
		if (change instanceof ColumnAdded added && added.column().identity()) {
			return "add column " + ddl().column(change.table(), added.column());
		}
		return (change instanceof ColumnRemoved removed && removed.column().identity())
				? "drop column " + quote(removed.column().name()) : null;
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
		List<String> clauses = new ArrayList<>();
		if (before != null) {
			clauses.add("drop primary key");
		}
		clauses.addAll(this.withKey.getOrDefault(table, List.of()));
		if (after != null) {
			clauses.add("add " + ddl().key(after));
		}
		return List.of(alter(table) + String.join(", ", clauses));
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
