package io.dbregistry.query;

import java.util.Optional;

import io.dbregistry.error.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * There is no object where one is wanted.
 */
public final class NotFoundException extends RegistryException {

	private final String model;

	private final @Nullable Object key;

	NotFoundException(String model, String place, Object key) {
		super("No object of model '%s' has key '%s' in %s; use find(…) where there may be none".formatted(model, key,
				place));
		this.model = model;
		this.key = key;
	}

	NotFoundException(String model, String place) {
		super("No object of model '%s' meets the conditions of the query on %s; use find() where there may be none"
			.formatted(model, place));
		this.model = model;
		this.key = null;
	}

	/**
	 * The model of the object.
	 * @return its name
	 */
	public String getModel() {
		return this.model;
	}

	/**
	 * The key that no object has.
	 * @return the key, or empty when the object was looked for by conditions
	 */
	public Optional<Object> getKey() {
		return Optional.ofNullable(this.key);
	}

}
