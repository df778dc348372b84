package io.dbregistry.database;

import java.time.Instant;

/**
 * An optional database was used that could not be opened yet; it is retried in the
 * background.
 */
public final class DatabaseUnavailableException extends DatabaseException {

	private final Instant since;

	DatabaseUnavailableException(String database, Instant since, Throwable cause) {
		super(database, "Database '%s' has not been available since %s and is retried in the background: %s"
			.formatted(database, since, cause.getMessage()), cause);
		this.since = since;
	}

	/**
	 * When it was first tried in vain.
	 * @return the instant
	 */
	public Instant getSince() {
		return this.since;
	}

}
