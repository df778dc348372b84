package io.dbregistry.model;

import io.dbregistry.error.RegistryException;

/**
 * The object of a reference was asked for that was made from a key and read from no
 * database.
 */
public final class UnloadedException extends RegistryException {

	private final Class<?> target;

	private final Object key;

	UnloadedException(Class<?> target, Object key) {
		super(("The reference to '%s' with key '%s' was made from its key and knows no database; "
				+ "use registry.repository(%1$s.class).get(…), or a reference that a query returned")
			.formatted(target.getSimpleName(), key));
		this.target = target;
		this.key = key;
	}

	/**
	 * The class of the model referred to.
	 * @return the class
	 */
	public Class<?> getTarget() {
		return this.target;
	}

	/**
	 * The key of the object asked for.
	 * @return the key
	 */
	public Object getKey() {
		return this.key;
	}

}
