package io.dbregistry.dialect;

import io.dbregistry.error.RegistryException;

/**
 * Something was asked of a product that does not have it.
 */
public final class UnsupportedFeatureException extends RegistryException {

	private final String product;

	private final String feature;

	/**
	 * Creates the exception.
	 * @param product the name of the product
	 * @param feature what it lacks, in the plural
	 * @param user what cannot be without, for people
	 * @param action what to do instead
	 */
	UnsupportedFeatureException(String product, String feature, String user, String action) {
		super("%s has no %s, which %s needs; %s".formatted(product, feature, user, action));
		this.product = product;
		this.feature = feature;
	}

	/**
	 * The product.
	 * @return its name
	 */
	public String getProduct() {
		return this.product;
	}

	/**
	 * What the product lacks.
	 * @return for example {@code sequences}
	 */
	public String getFeature() {
		return this.feature;
	}

}
