package io.dbregistry.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Where the connections of a database come from: a pool of its own or somebody else's.
 */
interface ConnectionSource {

	/** Where the database is, or {@code null} when an adopted pool does not tell. */
	@Nullable DatabaseUrl url();

	/**
	 * Connects in bounded time, as far as the driver can be bounded, and makes sure that
	 * the schema is there. Runs on the opener's thread.
	 */
	OpenPool open(Duration limit) throws SQLException;

	/** Whether the database closes the pool. */
	boolean owned();

	/** The secrets that no message may show. */
	List<String> secrets();

	/**
	 * An open pool.
	 */
	interface OpenPool extends AutoCloseable {

		DataSource dataSource();

		/**
		 * The same pool, but never in rollback mode: what is done there is done for real.
		 */
		DataSource committing();

		Probe.Answer answer();

		/** For people: the pool's name and size. */
		String description();

		DatabaseStatus.@Nullable Pool use();

		/** Closes an owned pool, leaves an adopted one alone. */
		@Override
		void close() throws SQLException;

	}

}
