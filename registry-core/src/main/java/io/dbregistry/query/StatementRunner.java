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
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Runs statements, on the connection of the current transaction if there is one.
 * <ol>
 * <li>A connection is taken through Spring, which knows the current transaction.</li>
 * <li>One statement is prepared, bound by the caller and executed; a transaction is never
 * begun.</li>
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
		boolean observed = !this.listeners.isEmpty() || database.echo();
		return observed ? runObserved(database, sql, task, work) : runQuietly(database, sql, task, work);
	}

	private static long runQuietly(Database database, String sql, String task, StatementWork work) {
		try {
			return execute(database.dataSource(), sql, work);
		}
		catch (SQLException ex) {
			throw translate(database, sql, task, ex);
		}
	}

	private long runObserved(Database database, String sql, String task, StatementWork work) {
		long start = System.nanoTime();
		try {
			long rows = execute(database.dataSource(), sql, work);
			tell(database, sql, start, rows, null);
			return rows;
		}
		catch (SQLException ex) {
			tell(database, sql, start, 0, ex);
			throw translate(database, sql, task, ex);
		}
	}

	private static long execute(DataSource dataSource, String sql, StatementWork work) throws SQLException {
		Connection connection = DataSourceUtils.getConnection(dataSource);
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			DataSourceUtils.applyTransactionTimeout(statement, dataSource);
			return work.execute(statement);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, dataSource);
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
		String where = task + " in database '" + database.name() + "'";
		DataAccessException translated = database.dialect().exceptionTranslator().translate(where, sql, failure);
		return (translated != null) ? translated : new UncategorizedSQLException(where, sql, failure);
	}

}
