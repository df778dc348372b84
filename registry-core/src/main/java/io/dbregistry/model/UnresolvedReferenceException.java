package io.dbregistry.model;

import io.dbregistry.error.RegistryException;

/**
 * A model is used that refers to a model which is not registered: not yet, or not any
 * more.
 */
public final class UnresolvedReferenceException extends RegistryException {

	private final String model;

	private final String attribute;

	private final String target;

	UnresolvedReferenceException(String model, String attribute, String target) {
		super("Model '%s' cannot be used: its attribute '%s' refers to model '%s', which is not registered; register it"
			.formatted(model, attribute, target));
		this.model = model;
		this.attribute = attribute;
		this.target = target;
	}

	/**
	 * The model that was used.
	 * @return its name
	 */
	public String getModel() {
		return this.model;
	}

	/**
	 * The attribute that refers to the missing model.
	 * @return its name
	 */
	public String getAttribute() {
		return this.attribute;
	}

	/**
	 * The model that is missing.
	 * @return its name, or the name of its class
	 */
	public String getTarget() {
		return this.target;
	}

}
