package io.dbregistry.model;

import java.util.List;

import io.dbregistry.error.NearNames;
import io.dbregistry.error.RegistryException;

/**
 * A name that no attribute of a model has.
 */
public final class NoSuchAttributeException extends RegistryException {

	private final String model;

	private final String name;

	private final List<String> known;

	NoSuchAttributeException(String model, String name, List<String> known) {
		super("Model '%s' has no attribute '%s' (%s); correct the name".formatted(model, name,
				NearNames.describe(name, known)));
		this.model = model;
		this.name = name;
		this.known = List.copyOf(known);
	}

	/**
	 * The model that was asked.
	 * @return its name
	 */
	public String getModel() {
		return this.model;
	}

	/**
	 * The name that is not known.
	 * @return the name
	 */
	public String getName() {
		return this.name;
	}

	/**
	 * The attributes that the model has.
	 * @return their names, in the order of declaration
	 */
	public List<String> getKnown() {
		return this.known;
	}

}
