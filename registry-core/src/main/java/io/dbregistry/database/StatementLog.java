package io.dbregistry.database;

import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

}
