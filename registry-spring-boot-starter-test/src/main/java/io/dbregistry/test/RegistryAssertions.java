package io.dbregistry.test;

import io.dbregistry.Registry;

/**
 * Where assertions about a registry begin.
 *
 * <pre>{@code
 * assertThat(registry).hasNoPendingChanges();
 * }</pre>
 *
 * To be imported statically, also beside AssertJ's own.
 */
public final class RegistryAssertions {

	private RegistryAssertions() {
	}

	/**
	 * Begins an assertion about a registry.
	 * @param registry the registry
	 * @return the assertion
	 */
	public static RegistryAssert assertThat(Registry registry) {
		return new RegistryAssert(registry);
	}

}
