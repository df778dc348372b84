package io.dbregistry.database;

/**
 * A database was used that nobody holds open.
 */
public final class DatabaseNotOpenException extends DatabaseException {

	DatabaseNotOpenException(String database) {
		super(database, ("Database '%s' is used but not open; open the registry first: "
				+ "try (Lease lease = registry.open()) { … }")
			.formatted(database), null);
	}

}
