package io.dbregistry.model;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A reference to the object of a model: its key now, the object on request.
 *
 * <pre>{@code
 * Book book = new Book(null, "The Dispossessed", Ref.of(Author.class, 5));
 * long key = (Long) book.author().key();
 * Author author = stored.author().get();    // one query
 * }</pre>
 *
 * An unmodifiable value: two references are equal when they have the same target and the
 * same key, wherever they come from. The key of a model with several key attributes is an
 * object of its {@code @IdClass}, or the list of its parts when it has none; a list in
 * place of an object is refused, since the two would never be equal. Each {@link #get()}
 * asks the database again: a reference remembers where its object is, never the object.
 * It is as safe for use by several threads as its key.
 *
 * @param <T> the type of the object
 */
public final class Ref<T> {

	private final Class<T> target;

	private final @Nullable String model;

	private final Object key;

	private final @Nullable RefLoader loader;

	private Ref(Class<T> target, @Nullable String model, Object key, @Nullable RefLoader loader) {
		this.model = model;
		this.target = Objects.requireNonNull(target, "The target of a reference must not be null");
		this.key = KeyShape.normalize(target, Objects.requireNonNull(key, "The key of a reference must not be null"));
		this.loader = loader;
	}

	/**
	 * A reference made from a key, to be stored; its object cannot be asked for.
	 * @param target the class of the model referred to
	 * @param key the key; whole numbers are kept as {@link Long}
	 * @param <T> the type of the object
	 * @return the reference
	 * @throws IllegalArgumentException if the key is a list where the class has an
	 * {@code @IdClass} or an {@code @EmbeddedId}
	 */
	public static <T> Ref<T> of(Class<T> target, Object key) {
		return new Ref<>(target, null, key, null);
	}

	/**
	 * A reference whose object can be asked for, as queries make them.
	 * @param target the class of the model referred to
	 * @param key the key; whole numbers are kept as {@link Long}
	 * @param loader gets the object from where the reference was read
	 * @param <T> the type of the object
	 * @return the reference
	 */
	public static <T> Ref<T> of(Class<T> target, Object key, RefLoader loader) {
		return new Ref<>(target, null, key, loader);
	}

	/**
	 * A reference to a row of a model without a class, made from a key.
	 * @param model the name of the model referred to
	 * @param key the key; whole numbers are kept as {@link Long}
	 * @return the reference
	 */
	public static Ref<Row> of(String model, Object key) {
		return new Ref<>(Row.class, Objects.requireNonNull(model, "The target of a reference must not be null"), key,
				null);
	}

	/**
	 * A reference whose object can be asked for, as queries make them.
	 * @param target the model referred to
	 * @param key the key; whole numbers are kept as {@link Long}
	 * @param loader gets the object from where the reference was read
	 * @param <T> the type of the object
	 * @return the reference
	 */
	public static <T> Ref<T> of(ModelType<T> target, Object key, RefLoader loader) {
		return new Ref<>(target.type(), (target.type() == Row.class) ? target.name() : null, key, loader);
	}

	/**
	 * Whether this is a reference to an object of a model.
	 * @param other the model
	 * @return {@code true} if it has the class, and without a class the name, of the
	 * target
	 */
	public boolean refersTo(ModelType<?> other) {
		return this.target == other.type() && (this.model == null || this.model.equals(other.name()));
	}

	/**
	 * Finds the name of the model referred to.
	 * @return the name of a model without a class, or empty when the {@link #target()
	 * class} says which it is
	 */
	public Optional<String> findModel() {
		return Optional.ofNullable(this.model);
	}

	/**
	 * The class of the model referred to.
	 * @return the class, {@link Row} for a model without one
	 */
	public Class<T> target() {
		return this.target;
	}

	/**
	 * The key of the object referred to.
	 * @return the key, a {@link Long} for every whole number; of several parts an object
	 * of the key class, or their list when the model has no such class
	 */
	public Object key() {
		return this.key;
	}

	/**
	 * Gets the object with a query on the database and schema the reference was read
	 * from.
	 * @return the object as it is stored now
	 * @throws UnloadedException if the reference was made from a key by
	 * {@link #of(Class, Object)}
	 */
	public T get() {
		if (this.loader == null) {
			throw new UnloadedException(this.target, this.key);
		}
		return this.loader.load(this);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Ref<?> ref && this.target.equals(ref.target) && Objects.equals(this.model, ref.model)
				&& this.key.equals(ref.key);
	}

	@Override
	public int hashCode() {
		return 31 * this.target.hashCode() + this.key.hashCode();
	}

	/**
	 * The reference for people: target and key.
	 */
	@Override
	public String toString() {
		return "Ref[" + ((this.model != null) ? this.model : this.target.getSimpleName()) + " " + this.key + "]";
	}

}
