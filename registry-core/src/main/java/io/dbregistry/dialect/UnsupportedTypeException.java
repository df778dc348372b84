package io.dbregistry.dialect;

import java.util.Collection;
import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * A Java type whose values a product cannot store.
 */
public final class UnsupportedTypeException extends RegistryException {

	private final Class<?> type;

	private final List<Class<?>> known;

	UnsupportedTypeException(String product, Class<?> type, Collection<Class<?>> known) {
		super("Values of '%s' cannot be stored in %s (known: '%s'); use one of these types".formatted(
				type.getTypeName(), product, String.join("', '", known.stream().map(Class::getSimpleName).toList())));
		this.type = type;
		this.known = List.copyOf(known);
	}

	/**
	 * The type that cannot be stored.
	 * @return the class
	 */
	public Class<?> getType() {
		return this.type;
	}

	/**
	 * The types that can be stored.
	 * @return their classes, without the primitive ones
	 */
	public List<Class<?>> getKnown() {
		return this.known;
	}

}
