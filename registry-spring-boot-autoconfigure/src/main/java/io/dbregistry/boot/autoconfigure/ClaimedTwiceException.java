package io.dbregistry.boot.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

import io.dbregistry.error.RegistryException;

/**
 * Classes are models of the registry and entities of a Jakarta Persistence provider.
 */
final class ClaimedTwiceException extends RegistryException {

	private final List<Class<?>> types;

	ClaimedTwiceException(List<Class<?>> types) {
		super(("Both the registry and a Jakarta Persistence provider take %s for theirs; "
				+ "remove @Model or @Entity, or name the package in registry.models.packages to share the tables")
			.formatted(names(types)));
		this.types = List.copyOf(types);
	}

	private static String names(List<Class<?>> types) {
		return types.stream().map(Class::getName).collect(Collectors.joining("', '", "'", "'"));
	}

	List<Class<?>> getTypes() {
		return this.types;
	}

}
