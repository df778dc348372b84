package io.dbregistry.dialect;

import io.dbregistry.metadata.ColumnType.Kind;

/**
 * The DDL of PostgreSQL.
 */
final class PostgreSqlDdl extends StandardDdl {

	private static final TypeNames TYPES = new TypeNames().with(Kind.TINYINT, "smallint")
		.with(Kind.CLOB, "text")
		.with(Kind.VARBINARY, "bytea")
		.with(Kind.BLOB, "bytea")
		.with(Kind.JSON, "jsonb")
		.with(Kind.ARRAY, "%4$s[]");

	PostgreSqlDdl(Dialect dialect) {
		super(dialect, TYPES);
	}

	@Override
	public boolean isTransactional() {
		return true;
	}

}
