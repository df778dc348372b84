package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;

/**
 * A database in memory, of the same product. What others have made in the real one, such
 * as functions and domains, is not there.
 */
final class MemoryTrial extends Trial {

	private final String url;

	private final String settings;

	/**
	 * Creates a place.
	 * @param url the URL of a database that nobody else sees
	 * @param settings a query for what is added to the URL, of the real database
	 */
	MemoryTrial(Dialect dialect, String url, String settings) {
		super(dialect);
		this.url = url;
		this.settings = settings;
	}

	@Override
	List<Table> of(Connection connection, List<Table> tables, List<Sequence> sequences) throws SQLException {
		String options = String.join("", AbstractDialect.strings(connection, this.settings));
		try (Connection memory = DriverManager.getConnection(this.url + options)) {
			make(memory, tables, sequences);
			String schema = dialect().findCurrentSchema(memory).orElse(null);
			return reported(memory, schema);
		}
	}

}
