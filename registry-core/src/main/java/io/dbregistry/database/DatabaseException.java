package io.dbregistry.database;

import io.dbregistry.error.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * Something that concerns one database.
 */
public abstract sealed class DatabaseException extends RegistryException
		permits DatabaseOpenException, DatabaseCloseException, DatabaseUnavailableException, DatabaseNotOpenException,
		DatabaseInUseException, DatabaseAdoptedException {

	private final String database;

	DatabaseException(String database, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.database = database;
	}

	/**
	 * The database concerned.
	 * @return its name
	 */
	public final String getDatabase() {
		return this.database;
	}

}
