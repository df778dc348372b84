package io.dbregistry.database;

/**
 * An adopted database was to be closed, which is its owner's to do.
 */
public final class DatabaseAdoptedException extends DatabaseException {

	DatabaseAdoptedException(String database) {
		super(database, ("Database '%s' uses a pool that was built elsewhere and is closed by its owner "
				+ "(in Spring, with the context); it was not closed")
			.formatted(database), null);
	}

}
