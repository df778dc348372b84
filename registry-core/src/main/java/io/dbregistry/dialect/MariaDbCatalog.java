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
 * The catalog of MariaDB.
 */
final class MariaDbCatalog implements Catalog {

	/** A sequence is dropped before it is asked for its numbers. */
	private static final int NO_SUCH_TABLE = 1146;

	private final Dialect dialect;

	MariaDbCatalog(Dialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public Map<String, String> fingerprints(Connection connection, Collection<String> schemas,
			Collection<String> ignored) throws SQLException {
		return MariaDbFingerprints.read(connection, schemas, ignored);
	}

	@Override
	public Contents read(Connection connection, @Nullable String schema, TableFilter filter) throws SQLException {
		if (schema == null) {
			throw new IllegalArgumentException("The catalog of MariaDB is read by schema; give the name of one");
		}
		return CatalogReading.undisturbed(connection, (failure) -> failure.getErrorCode() == NO_SUCH_TABLE, () -> {
			CatalogDraft draft = new CatalogDraft(this.dialect, schema, filter);
			return new MariaDbCatalogReading(connection, this.dialect, schema, draft).read();
		});
	}

	@Override
	public List<Table> tryOut(Connection connection, List<Table> tables, List<Sequence> sequences) throws SQLException {
		return new MariaDbTrial(this.dialect).of(connection, tables, sequences);
	}

}
