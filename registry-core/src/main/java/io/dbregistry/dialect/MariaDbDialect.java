package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * MariaDB, whose schemas are catalogs.
 */
final class MariaDbDialect extends AbstractDialect {

	MariaDbDialect() {
		super("MariaDB", '`');
	}

	@Override
	public boolean schemasAreCatalogs() {
		return true;
	}

	@Override
	public Optional<String> findCurrentSchema(Connection connection) throws SQLException {
		return strings(connection, "select database()").stream().findFirst();
	}

}
