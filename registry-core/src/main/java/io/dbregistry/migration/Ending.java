package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is done when work has ended or failed. When both fail, as on a connection that is
 * lost, the failure of the work is the one that is thrown.
 */
@FunctionalInterface
interface Ending extends AutoCloseable {

	/**
	 * Begins a transaction.
	 * @param connection in auto-commit mode, as it is left
	 * @return what undoes all that is not committed then
	 */
	static Ending ofTransaction(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		return () -> undo(connection);
	}

	/** Undoes what is not committed, and goes on in auto-commit mode. */
	static void undo(Connection connection) throws SQLException {
		try (Ending last = () -> connection.setAutoCommit(true)) {
			connection.rollback();
		}
	}

	@Override
	void close() throws SQLException;

}
