package io.dbregistry.dialect;

import java.util.List;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.TablePart;
import org.jspecify.annotations.Nullable;

/**
 * The changes of SQLite, which has few: tables, columns and indexes come, go and are
 * renamed.
 */
final class SqliteAlteration extends Alteration {

	SqliteAlteration(Dialect dialect, StandardDdl ddl) {
		super(dialect, ddl);
	}

	@Override
	List<String> changeColumn(QualifiedName table, Column before, Column after) {
		throw unsupported("columns", table, before.name());
	}

	@Override
	List<String> changeKey(QualifiedName table, @Nullable PrimaryKey before, @Nullable PrimaryKey after) {
		throw unsupported("primary keys", table, "primary key");
	}

	@Override
	String addConstraint(QualifiedName table, TablePart constraint) {
		throw unsupported("constraints", table, constraint.name());
	}

	@Override
	String dropConstraint(QualifiedName table, TablePart constraint) {
		throw unsupported("constraints", table, constraint.name());
	}

	private UnsupportedFeatureException unsupported(String parts, QualifiedName table, String name) {
		return new UnsupportedFeatureException(dialect().product(), "changes of " + parts,
				"'%s' of table '%s'".formatted(name, table),
				"make a new table, copy the rows, drop the old one and rename the new one");
	}

}
