package io.dbregistry.dialect;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;

/**
 * The types of PostgreSQL as {@code format_type} writes them.
 */
final class PostgreSqlTypes {

	static final TypeReader READER = new TypeReader(6, 6).with("int2", Kind.SMALLINT)
		.with("int4", Kind.INTEGER)
		.with("int8", Kind.BIGINT)
		.with("float4", Kind.REAL)
		.with("float8", Kind.DOUBLE)
		.with("float", Kind.DOUBLE)
		.with("bpchar", Kind.CHAR)
		.with("text", Kind.CLOB)
		.with("bytea", Kind.BLOB)
		.with("timetz", Kind.TIME_WITH_TIME_ZONE)
		.with("timestamptz", Kind.TIMESTAMP_WITH_TIME_ZONE)
		.with("jsonb", Kind.JSON)
		.without("json")
		.replace(Kind.TINYINT, ColumnType.of(Kind.SMALLINT))
		.replace(Kind.VARBINARY, ColumnType.of(Kind.BLOB));

	private PostgreSqlTypes() {
	}

}
