package io.dbregistry;

/**
 * Changes a registry before it is built. In Spring, every bean of this type is called, in
 * order, after the properties have been applied.
 */
@FunctionalInterface
public interface RegistryCustomizer {

	/**
	 * Changes the builder.
	 * @param builder what the registry will be made of
	 */
	void customize(RegistryBuilder builder);

}
