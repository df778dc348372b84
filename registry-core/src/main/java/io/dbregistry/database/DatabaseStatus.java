package io.dbregistry.database;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a database at one moment; holds no secret.
 *
 * @param state whether it is open
 * @param server what answered when it was last opened, or {@code null} when it never was
 * @param holders the names of those who hold it open, in the order they came
 * @param outage why it could not be opened, or {@code null}; set while {@code state} is
 * {@link State#UNAVAILABLE}
 * @param pool how the pool is used, or {@code null} when it is not open or does not tell
 * @param unconnectedUses how often it was opened because it was used while not open
 */
public record DatabaseStatus(State state, @Nullable Server server, List<String> holders, @Nullable Outage outage,
		@Nullable Pool pool, long unconnectedUses) {

	public DatabaseStatus {
		holders = List.copyOf(holders);
	}

	/**
	 * Whether a database is open.
	 */
	public enum State {

		/** Nobody holds it. */
		CLOSED,

		/** It is being opened for the first holder. */
		OPENING,

		/** It has answered and is held. */
		OPEN,

		/** It could not be opened and is retried in the background. */
		UNAVAILABLE

	}

	/**
	 * What answered when the database was opened.
	 *
	 * @param product the product's name, as its driver reports it
	 * @param version the product's version, as its driver reports it
	 * @param schema the schema in which unqualified names are found, or {@code null}
	 * where there is none
	 * @param openTime how long opening took
	 */
	public record Server(String product, String version, @Nullable String schema, Duration openTime) {
	}

	/**
	 * Why a database could not be opened.
	 *
	 * @param since when it was first tried in vain
	 * @param cause the latest failure
	 */
	public record Outage(Instant since, Throwable cause) {
	}

	/**
	 * How a pool is used.
	 *
	 * @param active connections in use
	 * @param idle connections that are not
	 * @param waiting threads that wait for one
	 * @param maximum the most connections there may be
	 */
	public record Pool(int active, int idle, int waiting, int maximum) {
	}

}
