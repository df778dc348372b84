package io.dbregistry.model;

import io.dbregistry.error.RegistryException;

/**
 * A model is used that is not registered any more, or not yet.
 */
public final class UnregisteredModelException extends RegistryException {

	private final String model;

	UnregisteredModelException(String model) {
		super(("Model '%s' is not registered: it was removed or replaced, or its registration has not ended; "
				+ "ask the registry for the model again")
			.formatted(model));
		this.model = model;
	}

	/**
	 * The model that was used.
	 * @return its name
	 */
	public String getModel() {
		return this.model;
	}

}
