package io.dbregistry.dialect;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * A database product that no dialect knows.
 */
public final class UnsupportedProductException extends RegistryException {

	private final String product;

	private final List<String> known;

	UnsupportedProductException(String product, List<String> known) {
		super("No dialect for database product '%s' (known: '%s'); use one of these products, or bring a dialect by a DialectProvider"
			.formatted(product, String.join("', '", known)));
		this.product = product;
		this.known = List.copyOf(known);
	}

	/**
	 * The name that the driver reports.
	 * @return the product's name
	 */
	public String getProduct() {
		return this.product;
	}

	/**
	 * The products that have a dialect.
	 * @return their names
	 */
	public List<String> getKnown() {
		return this.known;
	}

}
