package io.dbregistry.model;

import java.util.List;

import io.dbregistry.error.NearNames;
import io.dbregistry.error.RegistryException;

/**
 * A name or class that no model of a registry has.
 */
public final class NoSuchModelException extends RegistryException {

	private final String name;

	private final List<String> known;

	NoSuchModelException(String name, List<String> known, String explanation) {
		super("No model named '%s' (%s)%s; register it, or correct the name".formatted(name,
				NearNames.describe(name, known), explanation.isEmpty() ? "" : "; " + explanation));
		this.name = name;
		this.known = List.copyOf(known);
	}

	NoSuchModelException(Class<?> type, List<String> known) {
		super(("No model of class '%s' (%s); annotate the class with @Model and add it to the registry's models")
			.formatted(type.getName(), NearNames.describe(type.getSimpleName(), known)));
		this.name = type.getName();
		this.known = List.copyOf(known);
	}

	/**
	 * The name, or the class name, that is not known.
	 * @return the name
	 */
	public String getName() {
		return this.name;
	}

	/**
	 * The models that are known.
	 * @return their names, in the order of {@link Models#all()}, and then those of
	 * patterns
	 */
	public List<String> getKnown() {
		return this.known;
	}

}
