package io.dbregistry.model;

import java.util.Optional;

import io.dbregistry.error.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * The object of a reference was asked for that was made from a key and read from no
 * database, or a collection was touched that was not fetched.
 */
public final class UnloadedException extends RegistryException {

	private final Class<?> target;

	private final @Nullable Object key;

	private final @Nullable String attribute;

	UnloadedException(Class<?> target, Object key) {
		super(("The reference to '%s' with key '%s' was made from its key and knows no database; "
				+ "use registry.repository(%1$s.class).get(…), or a reference that a query returned")
			.formatted(target.getSimpleName(), key));
		this.target = target;
		this.key = key;
		this.attribute = null;
	}

	UnloadedException(Class<?> model, String attribute) {
		super("Collection '%s' of model '%s' is not loaded; load it with repository.fetch(object, \"%1$s\")"
			.formatted(attribute, model.getSimpleName()));
		this.target = model;
		this.key = null;
		this.attribute = attribute;
	}

	/**
	 * The class of the model referred to, or with the collection.
	 * @return the class
	 */
	public Class<?> getTarget() {
		return this.target;
	}

	/**
	 * The key of the object asked for.
	 * @return the key, or empty when a collection was touched
	 */
	public Optional<Object> getKey() {
		return Optional.ofNullable(this.key);
	}

	/**
	 * The collection touched.
	 * @return the name of the attribute, or empty when the object of a reference was
	 * asked for
	 */
	public Optional<String> getAttribute() {
		return Optional.ofNullable(this.attribute);
	}

}
