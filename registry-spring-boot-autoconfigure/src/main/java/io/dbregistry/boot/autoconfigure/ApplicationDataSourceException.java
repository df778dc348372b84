package io.dbregistry.boot.autoconfigure;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * It is not clear which {@code DataSource} is the primary database.
 */
final class ApplicationDataSourceException extends RegistryException {

	private final List<String> beans;

	private final boolean urlGiven;

	private ApplicationDataSourceException(String message, List<String> beans, boolean urlGiven) {
		super(message);
		this.beans = List.copyOf(beans);
		this.urlGiven = urlGiven;
	}

	/**
	 * The application brings a pool and a URL for another one.
	 */
	static ApplicationDataSourceException besideUrl(List<String> beans) {
		return new ApplicationDataSourceException(("The application declares the DataSource '%s', and "
				+ "registry.database.url asks for another primary database; remove one of them")
			.formatted(String.join("', '", beans)), beans, true);
	}

	/**
	 * The application brings several pools, or none.
	 */
	static ApplicationDataSourceException notUnique(List<String> beans) {
		return new ApplicationDataSourceException(
				beans.isEmpty() ? "There is no DataSource for the primary database; set registry.database.url"
						: "Several DataSource beans can be the primary database (known: '%s'); mark one with @Primary"
							.formatted(String.join("', '", beans)),
				beans, false);
	}

	List<String> getBeans() {
		return this.beans;
	}

	/**
	 * Whether {@code registry.database.url} is set.
	 */
	boolean isUrlGiven() {
		return this.urlGiven;
	}

}
