package io.dbregistry.dialect;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/**
 * SQLite, which has no schemas.
 */
final class SqliteDialect extends AbstractDialect {

	SqliteDialect() {
		super("SQLite", '"');
	}

	@Override
	public boolean hasSchemas() {
		return false;
	}

	@Override
	public Optional<String> findCurrentSchema(Connection connection) {
		return Optional.empty();
	}

	@Override
	public List<String> schemas(Connection connection) {
		return List.of();
	}

	@Override
	public String createSchema(String schema) {
		throw new UnsupportedOperationException(
				"SQLite has no schemas: schema '%s' cannot be created".formatted(schema));
	}

}
