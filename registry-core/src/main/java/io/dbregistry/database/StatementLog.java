package io.dbregistry.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.SqlProvider;

/**
 * The log of statements that {@link DatabaseSettings#echo()} switches on: logger
 * {@code io.dbregistry.sql}, level INFO, never a value.
 */
public final class StatementLog {

	private static final Logger logger = LoggerFactory.getLogger("io.dbregistry.sql");

	private StatementLog() {
	}

	/**
	 * Writes one line.
	 * @param database the name of the database
	 * @param sql the statement with its place holders
	 * @param nanos how long it took, in nanoseconds
	 */
	public static void write(String database, String sql, long nanos) {
		logger.info("[{}] {} ms: {}", database, String.format(Locale.ROOT, "%.3f", nanos / 1e6), sql);
	}

	/**
	 * Operations that write a line for each statement.
	 */
	static JdbcOperations around(String database, JdbcOperations operations) {
		return (JdbcOperations) Proxy.newProxyInstance(StatementLog.class.getClassLoader(),
				new Class<?>[] { JdbcOperations.class }, (proxy, method, arguments) -> {
					long start = System.nanoTime();
					try {
						return method.invoke(operations, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
					finally {
						String sql = sql((arguments != null) ? arguments[0] : null);
						if (sql != null) {
							write(database, sql, System.nanoTime() - start);
						}
					}
				});
	}

	private static @Nullable String sql(@Nullable Object argument) {
		if (argument instanceof SqlProvider provider) {
			return provider.getSql();
		}
		if (argument instanceof String[] batch) {
			return String.join("; ", batch);
		}
		return (argument instanceof String sql) ? sql : null;
	}

}
