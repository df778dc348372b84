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
 * The catalog of H2.
 */
final class H2Catalog implements Catalog {

	/**
	 * H2 walks through lists of its tables and indexes without a lock, and trips over a
	 * change by an exception that it does not expect.
	 */
	private static final int GENERAL_ERROR = 50000;

	/** What names and expressions depend on. */
	private static final String SETTINGS = """
			select ';' || setting_name || '=' || setting_value from information_schema.settings
			where setting_name in ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS')
			""";

	private final Dialect dialect;

	H2Catalog(Dialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public Map<String, String> fingerprints(Connection connection, Collection<String> schemas,
			Collection<String> ignored) throws SQLException {
		return H2Fingerprints.read(connection, schemas, ignored);
	}

	@Override
	public Contents read(Connection connection, @Nullable String schema, TableFilter filter) throws SQLException {
		if (schema == null) {
			throw new IllegalArgumentException("The catalog of H2 is read by schema; give the name of one");
		}
		return CatalogReading.undisturbed(connection, (failure) -> failure.getErrorCode() == GENERAL_ERROR,
				() -> new H2CatalogReading(connection, new CatalogDraft(this.dialect, schema, filter)).read());
	}

	@Override
	public List<Table> tryOut(Connection connection, List<Table> tables, List<Sequence> sequences) throws SQLException {
		return new MemoryTrial(this.dialect, "jdbc:h2:mem:", SETTINGS).of(connection, tables, sequences);
	}

}
