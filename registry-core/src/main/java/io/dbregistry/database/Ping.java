package io.dbregistry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A question to the server within a time limit. The connection goes back with the limits
 * it had: not every pool resets them, and H2 and SQLite keep that of a statement.
 */
final class Ping {

	private Ping() {
	}

	static void ask(Connection connection, Duration limit) throws SQLException {
		try (Reset network = limitNetwork(connection, limit);
				Statement statement = connection.createStatement();
				Reset query = limitQuery(statement, limit)) {
			statement.execute("select 1");
		}
	}

	/** Holds for a server that is gone without a word, which the driver can't cancel. */
	private static Reset limitNetwork(Connection connection, Duration limit) throws SQLException {
		int before;
		try {
			before = connection.getNetworkTimeout();
			connection.setNetworkTimeout(Runnable::run, (int) Math.min(Integer.MAX_VALUE, limit.toMillis()));
		}
		catch (SQLFeatureNotSupportedException ex) {
			return () -> {
				// the limit of the statement has to do
			};
		}
		return () -> connection.setNetworkTimeout(Runnable::run, before);
	}

	private static Reset limitQuery(Statement statement, Duration limit) throws SQLException {
		int before = statement.getQueryTimeout();
		statement.setQueryTimeout((int) Math.min(Integer.MAX_VALUE, limit.plusMillis(999).toSeconds()));
		return () -> statement.setQueryTimeout(before);
	}

	/** Takes a limit back. */
	@FunctionalInterface
	private interface Reset extends AutoCloseable {

		@Override
		void close() throws SQLException;

	}

}
