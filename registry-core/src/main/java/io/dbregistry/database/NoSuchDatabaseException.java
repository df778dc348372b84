package io.dbregistry.database;

import java.util.List;

import io.dbregistry.error.NearNames;
import io.dbregistry.error.RegistryException;

/**
 * A database name that a registry does not know.
 */
public final class NoSuchDatabaseException extends RegistryException {

	private final String name;

	private final List<String> known;

	/**
	 * Creates the exception.
	 * @param name the name that is not known
	 * @param known the names that are, in the order of declaration
	 */
	public NoSuchDatabaseException(String name, List<String> known) {
		super("No database named '%s' (%s); %scorrect the name"
			.formatted(name, NearNames.describe(name, known), Databases.isNameOfExtra(name)
					? "add it (registry.extra.%1$s, or builder.extra(\"%1$s\", …) in plain Java), or ".formatted(name)
					: ""));
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
	 * The names that are known.
	 * @return the names, in the order of declaration
	 */
	public List<String> getKnown() {
		return this.known;
	}

}
