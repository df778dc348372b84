package io.dbregistry.query;

import io.dbregistry.error.RegistryException;

/**
 * There are several objects where only one may be.
 */
public final class MoreThanOneException extends RegistryException {

	private final String model;

	MoreThanOneException(String model, String place) {
		super("More than one object of model '%s' meets the conditions of the query on %s; add a condition, or use first() or list()"
			.formatted(model, place));
		this.model = model;
	}

	/**
	 * The model of the objects.
	 * @return its name
	 */
	public String getModel() {
		return this.model;
	}

}
