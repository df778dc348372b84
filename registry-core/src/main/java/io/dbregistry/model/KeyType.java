package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The class of the key objects of a model with several key attributes: its
 * {@code @IdClass}.
 * <p>
 * Immutable and safe for use by several threads.
 */
public final class KeyType {

	private final Class<?> type;

	private final MethodHandle constructor;

	private final Supplier<List<Attribute>> maker;

	/** Made when first needed; each thread makes the same. */
	private volatile @Nullable List<Attribute> attributes;

	KeyType(Class<?> type, MethodHandle constructor, Supplier<List<Attribute>> maker) {
		this.type = type;
		this.constructor = constructor;
		this.maker = maker;
	}

	/**
	 * The class.
	 * @return a record or a class
	 */
	public Class<?> type() {
		return this.type;
	}

	/**
	 * Makes key objects, as {@link ModelType#constructor()} makes objects.
	 * @return a handle that takes the values of the {@link #attributes() attributes} in
	 * their order, or nothing
	 */
	public MethodHandle constructor() {
		return this.constructor;
	}

	/**
	 * What key objects consist of.
	 * @return an attribute for each {@link ModelType#key() key attribute} of the model,
	 * in their order, with the same name and as many columns; for a reference it holds
	 * the key of the object referred to
	 */
	public List<Attribute> attributes() {
		List<Attribute> made = this.attributes;
		if (made == null) {
			made = List.copyOf(Objects.requireNonNull(this.maker.get()));
			this.attributes = made;
		}
		return made;
	}

	/**
	 * The key class for people: its name.
	 */
	@Override
	public String toString() {
		return this.type.getName();
	}

}
