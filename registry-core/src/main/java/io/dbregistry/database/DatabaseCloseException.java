package io.dbregistry.database;

/**
 * Closing a database failed. Its connections are gone all the same.
 */
public final class DatabaseCloseException extends DatabaseException {

	DatabaseCloseException(String database, Throwable cause) {
		super(database, "Database '%s' was closed, but not cleanly: %s; look at the server's own list of connections"
			.formatted(database, cause.getMessage()), cause);
	}

}
