package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * The catalog of SQLite, which has one place for all tables.
 */
final class SqliteCatalog implements Catalog {

	private final Dialect dialect;

	SqliteCatalog(Dialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public Contents read(Connection connection, @Nullable String schema, TableFilter filter) throws SQLException {
		if (schema != null) {
			this.dialect.requireSchemas(schema);
		}
		return new SqliteCatalogReading(connection, new CatalogDraft(this.dialect, null, filter)).read();
	}

}
