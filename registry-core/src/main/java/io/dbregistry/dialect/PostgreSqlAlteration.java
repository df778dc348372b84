package io.dbregistry.dialect;

import io.dbregistry.metadata.Column;

/**
 * The changes of PostgreSQL.
 */
final class PostgreSqlAlteration extends Alteration {

	PostgreSqlAlteration(Dialect dialect, StandardDdl ddl) {
		super(dialect, ddl);
	}

	/** Values are cast, also where that could lose some. */
	@Override
	String retype(Column column) {
		String type = ddl().type(column.type());
		return "type %s using %s::%s".formatted(type, quote(column.name()), type);
	}

}
