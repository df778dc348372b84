package io.dbregistry.model;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * A name for the way back to a model that several references have.
 */
public final class AmbiguousPathException extends RegistryException {

	private final String model;

	private final String name;

	private final List<String> references;

	AmbiguousPathException(String model, String name, List<String> references) {
		super("'%s' of model '%s' is the way back of '%s'; name each by a collection with @OneToMany(mappedBy = …), or query the other model"
			.formatted(name, model, String.join("' and of '", references)));
		this.model = model;
		this.name = name;
		this.references = List.copyOf(references);
	}

	/**
	 * The model that is referred to.
	 * @return its name
	 */
	public String getModel() {
		return this.model;
	}

	/**
	 * The name that several have.
	 * @return the name
	 */
	public String getName() {
		return this.name;
	}

	/**
	 * The references that have it.
	 * @return model and attribute of each, at least two
	 */
	public List<String> getReferences() {
		return this.references;
	}

}
