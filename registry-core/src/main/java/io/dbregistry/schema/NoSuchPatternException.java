package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * A name that no pattern of a registry has.
 */
public final class NoSuchPatternException extends RegistryException {

	private final String name;

	private final List<String> known;

	NoSuchPatternException(String name, List<String> known) {
		super("No pattern named '%s' (known: %s); correct the name".formatted(name,
				known.isEmpty() ? "none" : "'" + String.join("', '", known) + "'"));
		this.name = name;
		this.known = List.copyOf(known);
	}

	/**
	 * The name that is not known.
	 * @return the name
	 */
	public String getName() {
		return this.name;
	}

	/**
	 * The patterns that are known.
	 * @return their names, in the order of their declaration
	 */
	public List<String> getKnown() {
		return this.known;
	}

}
