package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
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
	public Map<String, String> fingerprints(Connection connection, Collection<String> schemas,
			Collection<String> ignored) {
		throw new UnsupportedFeatureException("SQLite", "schemas", "comparing them", "compare databases by reflection");
	}

	@Override
	public Contents read(Connection connection, @Nullable String schema, TableFilter filter) throws SQLException {
		if (schema != null) {
			this.dialect.requireSchemas(schema);
		}
		return new SqliteCatalogReading(connection, new CatalogDraft(this.dialect, null, filter)).read();
	}

	@Override
	public List<Table> tryOut(Connection connection, List<Table> tables, List<Sequence> sequences) throws SQLException {
		return new MemoryTrial(this.dialect, "jdbc:sqlite::memory:", "select ''").of(connection, tables, sequences);
	}

}
