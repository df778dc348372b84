package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;

/**
 * A schema of PostgreSQL in a transaction that is rolled back; several of them when there
 * are more tables than one takes.
 */
final class PostgreSqlTrial extends Trial {

	/** What a table with its indexes may take of the locks of a transaction. */
	private static final int STEPS = 4;

	PostgreSqlTrial(Dialect dialect) {
		super(dialect);
	}

	@Override
	List<Table> of(Connection connection, List<Table> tables, List<Sequence> sequences) throws SQLException {
		int size = dialect().ddl().transactionSize() / STEPS;
		List<Table> reported = new ArrayList<>();
		for (int i = 0; i < tables.size(); i += size) {
			reported.addAll(some(connection, tables.subList(i, Math.min(i + size, tables.size())), sequences));
		}
		return reported;
	}

	private List<Table> some(Connection connection, List<Table> tables, List<Sequence> sequences) throws SQLException {
		String schema = newName();
		connection.setAutoCommit(false);
		try {
			execute(connection, dialect().createSchema(schema));
			enter(connection, schema);
			make(connection, tables, sequences);
			return reported(connection, schema);
		}
		finally {
			connection.rollback();
			connection.setAutoCommit(true);
		}
	}

	/** Until the rollback; what others have made is found behind it. */
	private static void enter(Connection connection, String schema) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(
				"select set_config('search_path', concat_ws(', ', ?, nullif(current_setting('search_path'), '')), true)")) {
			statement.setString(1, schema);
			statement.execute();
		}
	}

}
