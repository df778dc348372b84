package io.dbregistry.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.StatementLog;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs statements, on the connection of the current transaction if there is one.
 * <ol>
 * <li>Spring is asked for the connection of the current transaction of the database; if
 * there is none, one is taken for this statement alone.</li>
 * <li>One statement is prepared, bound by the caller and executed; a transaction is never
 * begun.</li>
 * <li>A statement alone is committed, or rolled back when it failed, if the pool's
 * connections do not commit by themselves.</li>
 * <li>Statement and connection are given back, whatever happened.</li>
 * <li>Listeners are told, and the log when the database echoes.</li>
 * </ol>
 */
final class StatementRunner {

	private static final StatementListener ECHO = (execution) -> StatementLog.write(execution.database(),
			execution.sql(), execution.duration().toNanos());

	private final List<StatementListener> listeners;

	StatementRunner(List<StatementListener> listeners) {
		this.listeners = listeners;
	}

	/**
	 * Runs one statement.
	 * @param database where
	 * @param sql the statement
	 * @param task what it is for, in messages
	 * @param work what is done with it
	 * @return what the work returns
	 */
	long run(Database database, String sql, String task, StatementWork work) {
		return run(database, sql, List.of(), task, work);
	}

	/**
	 * Runs one statement.
	 * @param keys the columns that JDBC returns as generated keys, none to ask for none
	 */
	long run(Database database, String sql, List<String> keys, String task, StatementWork work) {
		boolean observed = !this.listeners.isEmpty() || database.echo();
		return observed ? runObserved(database, sql, keys, task, work) : runQuietly(database, sql, keys, task, work);
	}

	private static long runQuietly(Database database, String sql, List<String> keys, String task, StatementWork work) {
		try {
			return execute(database, sql, keys, task, work);
		}
		catch (SQLException ex) {
			throw translate(database, sql, task, ex);
		}
	}

	private long runObserved(Database database, String sql, List<String> keys, String task, StatementWork work) {
		long start = System.nanoTime();
		long rows;
		try {
			rows = execute(database, sql, keys, task, work);
		}
		catch (SQLException ex) {
			DataAccessException failure = translate(database, sql, task, ex);
			try {
				tell(database, sql, start, 0, ex);
			}
			catch (RuntimeException fromListener) {
				failure.addSuppressed(fromListener);
			}
			throw failure;
		}
		tell(database, sql, start, rows, null);
		return rows;
	}

	private static long execute(Database database, String sql, List<String> keys, String task, StatementWork work)
			throws SQLException {
		DataSource source = database.dataSource();
		if (source instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null) {
			// its transactions are known under the target
			source = proxy.getTargetDataSource();
		}
		try {
			return TransactionSynchronizationManager.hasResource(source) ? executeInTransaction(source, sql, keys, work)
					: executeAlone(source, sql, keys, work);
		}
		catch (CannotGetJdbcConnectionException ex) {
			throw new CannotGetJdbcConnectionException(
					where(database, task)
							+ " got no connection; see the cause, and check the server and the size of the pool",
					(ex.getCause() instanceof SQLException cause) ? cause : null);
		}
	}

	private static long executeInTransaction(DataSource source, String sql, List<String> keys, StatementWork work)
			throws SQLException {
		Connection connection = DataSourceUtils.getConnection(source);
		try (PreparedStatement statement = prepare(connection, sql, keys)) {
			DataSourceUtils.applyTransactionTimeout(statement, source);
			return work.execute(statement);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, source);
		}
	}

	private static long executeAlone(DataSource source, String sql, List<String> keys, StatementWork work)
			throws SQLException {
		Connection connection = connect(source);
		try {
			long rows = execute(connection, sql, keys, work);
			if (!connection.getAutoCommit()) {
				connection.commit();
			}
			return rows;
		}
		catch (SQLException | RuntimeException ex) {
			rollBack(connection, ex);
			throw ex;
		}
		finally {
			DataSourceUtils.releaseConnection(connection, source);
		}
	}

	private static Connection connect(DataSource source) {
		try {
			return source.getConnection();
		}
		catch (SQLException ex) {
			throw new CannotGetJdbcConnectionException("No connection", ex);
		}
	}

	private static long execute(Connection connection, String sql, List<String> keys, StatementWork work)
			throws SQLException {
		try (PreparedStatement statement = prepare(connection, sql, keys)) {
			return work.execute(statement);
		}
	}

	private static PreparedStatement prepare(Connection connection, String sql, List<String> keys) throws SQLException {
		return keys.isEmpty() ? connection.prepareStatement(sql)
				: connection.prepareStatement(sql, keys.toArray(String[]::new));
	}

	private static void rollBack(Connection connection, Exception failure) {
		try {
			if (!connection.getAutoCommit()) {
				connection.rollback();
			}
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	private void tell(Database database, String sql, long start, long rows, @Nullable SQLException failure) {
		StatementExecution execution = new StatementExecution(database.name(), sql,
				Duration.ofNanos(System.nanoTime() - start), rows, failure);
		if (database.echo()) {
			ECHO.executed(execution);
		}
		this.listeners.forEach((listener) -> listener.executed(execution));
	}

	private static DataAccessException translate(Database database, String sql, String task, SQLException failure) {
		String where = where(database, task);
		DataAccessException translated = database.dialect().exceptionTranslator().translate(where, sql, failure);
		return (translated != null) ? translated : new UncategorizedSQLException(where, sql, failure);
	}

	private static String where(Database database, String task) {
		return task + " in database '" + database.name() + "'";
	}

}
