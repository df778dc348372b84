package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * PostgreSQL.
 */
final class PostgreSqlDialect extends AbstractDialect {

	PostgreSqlDialect() {
		super("PostgreSQL", '"');
	}

	/**
	 * The information schema of PostgreSQL lists only schemas that the user owns.
	 */
	@Override
	public List<String> schemas(Connection connection) throws SQLException {
		return strings(connection, "select nspname from pg_catalog.pg_namespace order by nspname");
	}

}
