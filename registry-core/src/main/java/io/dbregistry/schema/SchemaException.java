package io.dbregistry.schema;

import io.dbregistry.error.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * An operation on the schemas or tables of a database failed. Its cause is the failure of
 * the SQL, as one of Spring's {@code DataAccessException}s.
 */
public class SchemaException extends RegistryException {

	private final String database;

	SchemaException(String database, String message, @Nullable Throwable cause) {
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
