package io.dbregistry.dialect;

import io.dbregistry.error.RegistryException;

/**
 * A schema was asked of a product that has none.
 */
public final class SchemasUnsupportedException extends RegistryException {

	private final String product;

	private final String schema;

	SchemasUnsupportedException(String product, String schema) {
		super("%s has no schemas: there is no schema '%s'; leave it out, or use another product".formatted(product,
				schema));
		this.product = product;
		this.schema = schema;
	}

	/**
	 * The product.
	 * @return its name
	 */
	public String getProduct() {
		return this.product;
	}

	/**
	 * The schema asked for.
	 * @return its name
	 */
	public String getSchema() {
		return this.schema;
	}

}
