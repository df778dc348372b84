package io.dbregistry.query;

import io.dbregistry.error.RegistryException;

/**
 * The row of an object was changed or deleted after the object was read.
 */
public final class StaleVersionException extends RegistryException {

	private final String model;

	private final Object key;

	private final Object version;

	StaleVersionException(String model, Object key, Object version) {
		super("Model '%s' has no row with key '%s' and version '%s': it was changed or deleted; read the object again"
			.formatted(model, key, version));
		this.model = model;
		this.key = key;
		this.version = version;
	}

	/**
	 * The model of the object.
	 * @return its name
	 */
	public String getModel() {
		return this.model;
	}

	/**
	 * The key of the object.
	 * @return the key
	 */
	public Object getKey() {
		return this.key;
	}

	/**
	 * The version that the object was read with.
	 * @return the version
	 */
	public Object getVersion() {
		return this.version;
	}

}
