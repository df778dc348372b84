package io.dbregistry.error;

import org.jspecify.annotations.Nullable;

/**
 * The base of every exception that the registry throws itself.
 * <p>
 * Failures of queries and writes are not among them: they stay Spring's
 * {@code DataAccessException}s. Subtypes live beside their subject and carry the values a
 * caller could branch on.
 */
public class RegistryException extends RuntimeException {

	/**
	 * Creates an exception without a cause.
	 * @param message what failed, the offending value, what is known and the next step
	 */
	public RegistryException(String message) {
		super(message);
	}

	/**
	 * Creates an exception with the failure that led to it.
	 * @param message what failed, the offending value, what is known and the next step
	 * @param cause the failure behind it
	 */
	public RegistryException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
