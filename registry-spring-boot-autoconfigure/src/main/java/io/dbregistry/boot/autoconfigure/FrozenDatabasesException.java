package io.dbregistry.boot.autoconfigure;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * The application was processed ahead of time for other databases than it is started
 * with.
 */
final class FrozenDatabasesException extends RegistryException {

	private final List<String> built;

	private final List<String> configured;

	FrozenDatabasesException(List<String> built, List<String> configured) {
		super(("The application was processed ahead of time for the databases %s under registry.*, "
				+ "but it is started with %s; process it with the profiles and properties it is started with")
			.formatted(built, configured));
		this.built = List.copyOf(built);
		this.configured = List.copyOf(configured);
	}

	List<String> getBuilt() {
		return this.built;
	}

	List<String> getConfigured() {
		return this.configured;
	}

}
