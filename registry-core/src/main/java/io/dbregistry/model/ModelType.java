package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * A model: the class of its objects, the table of its rows, and how one becomes the
 * other.
 *
 * <pre>{@code
 * ModelType<Book> book = registry.models().get(Book.class);
 * book.attribute("title").columns();
 * }</pre>
 *
 * Immutable and safe for use by several threads. It reads and writes nothing: that is
 * done by repositories and queries.
 *
 * @param <T> the type of the objects
 */
public final class ModelType<T> {

	/** The name of the primary database. */
	static final String PRIMARY = "primary";

	private final String name;

	private final Class<T> type;

	private final @Nullable String database;

	private final Table table;

	private final MethodHandle constructor;

	private final List<Attribute> attributes;

	private final List<Attribute> key;

	private final @Nullable KeyType keyType;

	private final Map<String, Attribute> attributesByName;

	ModelType(String name, Class<T> type, @Nullable String database, Table table, MethodHandle constructor,
			List<Attribute> attributes, @Nullable KeyType keyType) {
		this.name = name;
		this.type = type;
		this.database = database;
		this.table = table;
		this.constructor = constructor;
		this.attributes = List.copyOf(attributes);
		this.key = attributes.stream().filter(Attribute::isKey).toList();
		this.keyType = keyType;
		this.attributesByName = new LinkedHashMap<>();
		addPaths("", this.attributes);
	}

	private void addPaths(String prefix, List<Attribute> parts) {
		for (Attribute attribute : parts) {
			this.attributesByName.put(prefix + attribute.name(), attribute);
			addPaths(prefix + attribute.name() + ".", attribute.attributes());
		}
	}

	/**
	 * The name, unique within a registry.
	 * @return the name given to {@link Model} or {@code @Entity}, else the simple name of
	 * the class
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The class of the objects.
	 * @return a record or a class
	 */
	public Class<T> type() {
		return this.type;
	}

	/**
	 * The database the model lives in.
	 * @return the name of an extra database, or {@code null} for the primary one
	 */
	public @Nullable String database() {
		return this.database;
	}

	/**
	 * The name of the database the model lives in, the primary one's included.
	 * @return the name of an extra database, or {@code primary}
	 */
	public String home() {
		return (this.database != null) ? this.database : PRIMARY;
	}

	/**
	 * The table of the rows. Its name has a schema only when the model is fixed to one.
	 * @return the table
	 */
	public Table table() {
		return this.table;
	}

	/**
	 * The attributes in the order of their declaration, those of superclasses first.
	 * @return the attributes, at least one
	 */
	public List<Attribute> attributes() {
		return this.attributes;
	}

	/**
	 * An attribute by its exact name.
	 * @param name the name of the component or field; for a part of an embedded object
	 * the path to it, as in {@code address.city}
	 * @return the attribute
	 * @throws NoSuchAttributeException if there is none; names those that are near
	 */
	public Attribute attribute(String name) {
		return findAttribute(name).orElseThrow(
				() -> new NoSuchAttributeException(this.name, name, List.copyOf(this.attributesByName.keySet())));
	}

	/**
	 * Finds an attribute by its exact name.
	 * @param name the name of the component or field, or a path
	 * @return the attribute, or empty when there is none of that name
	 */
	public Optional<Attribute> findAttribute(String name) {
		return Optional.ofNullable(this.attributesByName.get(name));
	}

	/**
	 * The attributes that make the key.
	 * @return one, or several for a composite key, in the order of their declaration
	 */
	public List<Attribute> key() {
		return this.key;
	}

	/**
	 * Finds the class of the key objects.
	 * @return the {@code @IdClass}, or empty when there is none: the key is then the
	 * value of the only key attribute, or a list of the values of several
	 */
	public Optional<KeyType> findKeyType() {
		return Optional.ofNullable(this.keyType);
	}

	/**
	 * Finds the attribute that counts the changes of an object.
	 * @return the attribute marked {@code @Version}, or empty when there is none
	 */
	public Optional<Attribute> findVersion() {
		return this.attributes.stream().filter(Attribute::isVersion).findFirst();
	}

	/**
	 * Makes objects.
	 * @return for a record the canonical constructor, with exactly the
	 * {@link #attributes() attributes} in their order; for a class the constructor
	 * without parameters, after which the {@link Attribute#findSetter() setters} fill the
	 * object
	 */
	public MethodHandle constructor() {
		return this.constructor;
	}

	/**
	 * The model for people: its name.
	 */
	@Override
	public String toString() {
		return this.name;
	}

}
