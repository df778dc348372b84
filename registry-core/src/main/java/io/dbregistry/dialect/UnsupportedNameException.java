package io.dbregistry.dialect;

import io.dbregistry.error.RegistryException;

/**
 * A name that a product cannot store exactly as it is, or that two tables of a schema
 * cannot both give to an index or constraint. Nothing was sent to the database: some
 * products would cut the name off and mean another thing by it.
 */
public final class UnsupportedNameException extends RegistryException {

	private final String product;

	private final String name;

	/**
	 * Creates the exception.
	 * @param fault what is wrong with the name and what to do, to end a sentence
	 */
	UnsupportedNameException(String product, String name, String fault) {
		super("Name '%s' cannot be used in %s: %s".formatted(name, product, fault));
		this.product = product;
		this.name = name;
	}

	/**
	 * The product.
	 * @return its name
	 */
	public String getProduct() {
		return this.product;
	}

	/**
	 * The name that is refused.
	 * @return the unquoted name of a schema, table, column, constraint or index
	 */
	public String getName() {
		return this.name;
	}

}
