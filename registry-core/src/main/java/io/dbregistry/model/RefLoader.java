package io.dbregistry.model;

/**
 * Gets the objects of references from the database and schema they were read from.
 * Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface RefLoader {

	/**
	 * Gets an object.
	 * @param ref the reference to it
	 * @param <T> the type of the object
	 * @return the object as it is stored now
	 */
	<T> T load(Ref<T> ref);

}
