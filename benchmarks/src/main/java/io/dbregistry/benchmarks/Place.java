package io.dbregistry.benchmarks;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * A server that contenders work on, by a pool whose connection is already open.
 */
interface Place extends AutoCloseable {

	/** The product with its version. */
	String product();

	/** The database of now. */
	DataSource dataSource() throws Exception;

	/** Makes an empty database and drops the one before. */
	DataSource fresh() throws Exception;

	/**
	 * Counts the round trips of the connections given out from now on, or stops that.
	 * @param wanted whether they are counted
	 */
	default void countRoundTrips(boolean wanted) {
	}

	/** The round trips counted by now, or {@code null} where there is no network. */
	default @Nullable Long roundTrips() {
		return null;
	}

}
