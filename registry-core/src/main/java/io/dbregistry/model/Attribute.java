package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Sequence;
import jakarta.persistence.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record, or a field of a class, that is stored.
 * <p>
 * Immutable and safe for use by several threads.
 */
public final class Attribute {

	private final Member member;

	private final Content content;

	private final Storage storage;

	private final boolean key;

	private final boolean version;

	Attribute(Member member, Content content, Storage storage, boolean key, boolean version) {
		if (content.kind().isStored() == storage.columns().isEmpty()) {
			throw new IllegalArgumentException(
					"What is stored has columns, and nothing else: '%s' is %s".formatted(member, content.kind()));
		}
		this.member = member;
		this.content = content;
		this.storage = storage;
		this.key = key;
		this.version = version;
	}

	/** The same attribute of another class. */
	Attribute as(Member other) {
		return new Attribute(other, this.content, this.storage, this.key, this.version);
	}

	/**
	 * The name of the component or field.
	 * @return the name
	 */
	public String name() {
		return this.member.name();
	}

	/**
	 * The class of the values.
	 * @return for example {@code Ref.class} for a component {@code Ref<Author> author}
	 */
	public Class<?> type() {
		return this.member.type();
	}

	/**
	 * The type of the values as it is declared.
	 * @return for example {@code Ref<Author>}
	 */
	public Type genericType() {
		return this.member.genericType();
	}

	/**
	 * What the values are: stored themselves, made of others, or objects of another
	 * model.
	 * @return the kind
	 */
	public Kind kind() {
		return this.content.kind();
	}

	/**
	 * The model that a reference leads to, or that the elements of a collection or the
	 * object of an inverse side belong to.
	 * @return the model
	 * @throws IllegalStateException if the values are neither
	 */
	public ModelType<?> target() {
		if (this.content instanceof Reference reference) {
			return reference.target().get();
		}
		return link().target();
	}

	/**
	 * What the values are made of.
	 * @return the attributes of embedded objects in the order of their declaration, each
	 * with its columns in the table of the model; empty for everything else
	 */
	public List<Attribute> attributes() {
		return (this.content instanceof Embedded embedded) ? embedded.attributes() : List.of();
	}

	/**
	 * Makes the values.
	 * @return for embedded objects what {@link ModelType#constructor()} is for objects,
	 * empty for everything else
	 */
	public Optional<MethodHandle> findConstructor() {
		return (this.content instanceof Embedded embedded) ? Optional.of(embedded.constructor()) : Optional.empty();
	}

	/**
	 * How the elements of a collection, or the object of an inverse side, are found.
	 * @return the link
	 * @throws IllegalStateException if the values are neither
	 */
	public CollectionLink link() {
		if (this.content instanceof Collected collected) {
			return collected.link().get();
		}
		throw new IllegalStateException("'%s' leads to no model, it is a %s".formatted(name(), type()));
	}

	/**
	 * What a collection is set to in objects that are read: touching it says that it was
	 * not loaded.
	 * @return a list or set
	 * @throws IllegalStateException if the values are no collections
	 */
	public Object unloaded() {
		if (kind() != Kind.COLLECTION) {
			throw new IllegalStateException("'%s' is no collection, it is a %s".formatted(name(), type()));
		}
		return Unloaded.of(getter().type().parameterType(0), type(), name());
	}

	/**
	 * The columns that hold the value. A reference has as many as the key of its target,
	 * in the order of the target's {@link ModelType#key() key}; an embedded object those
	 * of its {@link #attributes() attributes}; what is not stored none; everything else
	 * one.
	 * @return the columns
	 */
	public List<Column> columns() {
		return this.storage.columns();
	}

	Content content() {
		return this.content;
	}

	Storage storage() {
		return this.storage;
	}

	/**
	 * Whether the value is the key of its object, or a part of it.
	 * @return {@code true} for {@code @Id}
	 */
	public boolean isKey() {
		return this.key;
	}

	/**
	 * Whether the value counts the changes of its object.
	 * @return {@code true} for {@code @Version}
	 */
	public boolean isVersion() {
		return this.version;
	}

	/**
	 * Who makes the value of an object that has none yet.
	 * @return the kind of generation
	 */
	public Generation generation() {
		return this.storage.generation();
	}

	/**
	 * The sequence that values are taken from, as many at once as it grows by.
	 * @return the sequence, or empty unless {@link Generation#SEQUENCE}
	 */
	public Optional<Sequence> findSequence() {
		return Optional.ofNullable(this.storage.sequence());
	}

	/**
	 * Whether an insert sets the columns (unless the database generates the value).
	 * @return {@code false} for {@code @Column(insertable = false)}
	 */
	public boolean isInsertable() {
		return this.storage.insertable();
	}

	/**
	 * Whether an update may set the columns.
	 * @return {@code false} for keys and {@code @Column(updatable = false)}
	 */
	public boolean isUpdatable() {
		return this.storage.updatable();
	}

	/**
	 * How the constants of an enum are stored: by name or by position.
	 * @return the way, or empty when the type is no enum
	 */
	public Optional<EnumType> findEnumType() {
		return Optional.ofNullable(this.storage.coding().enumType());
	}

	/**
	 * The constants of an enum by what is stored for them: names, positions, or the
	 * values of {@code @EnumeratedValue}.
	 * @return the constants in their order, none when the type is no enum
	 */
	public Map<Object, Object> constants() {
		return this.storage.coding().constants();
	}

	/**
	 * Makes what is stored of the values, and values of what is stored.
	 * @return the conversion, or empty without {@code @Convert}
	 */
	public Optional<Conversion> findConversion() {
		return Optional.ofNullable(this.storage.coding().conversion());
	}

	/**
	 * How the values become JSON.
	 * @return the form, or empty when they do not
	 */
	public Optional<JsonForm> findJsonForm() {
		return Optional.ofNullable(this.storage.coding().json());
	}

	/**
	 * The type of what is stored.
	 * @return what the conversion makes, what stands for constants of enums, else the
	 * type of the values
	 */
	public Class<?> storedType() {
		return this.storage.coding().type();
	}

	/**
	 * Reads the value from an object.
	 * @return a handle of type {@code (model)value}, with the exact types
	 */
	public MethodHandle getter() {
		return this.member.getter();
	}

	/**
	 * Sets the value of an object.
	 * @return a handle of type {@code (model, value)void}, with the exact types, or empty
	 * for a component of a record
	 */
	public Optional<MethodHandle> findSetter() {
		return Optional.ofNullable(this.member.setter());
	}

	/**
	 * The attribute and its model, for messages.
	 * @return for example {@code 'home.city' of model 'Customer'}
	 */
	public String describe() {
		return path().toString();
	}

	AttributePath path() {
		return this.member.path();
	}

	/**
	 * The attribute for people: type and name.
	 */
	@Override
	public String toString() {
		return genericType().getTypeName() + " " + name();
	}

	/**
	 * What the values of an attribute are.
	 */
	public enum Kind {

		/** Values that are stored themselves. */
		BASIC,

		/** {@link Ref}s: the key is stored, the object is read on request. */
		REF,

		/** Objects of another model: the key is stored, the object is always joined. */
		EAGER,

		/** Objects that are stored in columns of the model's own table. */
		EMBEDDED,

		/** Objects of another model that refer to this one: nothing is stored. */
		COLLECTION,

		/**
		 * The only object of another model that refers to this one: nothing is stored.
		 */
		INVERSE;

		/**
		 * Whether the values are kept in columns of the model's own table.
		 * @return {@code false} for what is read only when it is fetched
		 */
		public boolean isStored() {
			return this != COLLECTION && this != INVERSE;
		}

	}

	/**
	 * Who makes the value of an object that has none yet.
	 */
	public enum Generation {

		/** Nobody: it is given. */
		NONE,

		/** The database, when the row is inserted. */
		IDENTITY,

		/** A sequence, before the row is inserted: {@link #findSequence()}. */
		SEQUENCE,

		/** The one who inserts: a random {@link java.util.UUID}. */
		UUID

	}

	/** What values consist of. */
	sealed interface Content {

		Kind kind();

	}

	/** A value of its own. */
	record Basic() implements Content {

		@Override
		public Kind kind() {
			return Kind.BASIC;
		}

	}

	/** The key of an object of another model. */
	record Reference(Kind kind, Supplier<ModelType<?>> target) implements Content {

	}

	/** The values of several attributes. */
	record Embedded(List<Attribute> attributes, MethodHandle constructor) implements Content {

		Embedded {
			attributes = List.copyOf(attributes);
		}

		@Override
		public Kind kind() {
			return Kind.EMBEDDED;
		}

	}

	/** Objects of another model that refer to this one. */
	record Collected(Kind kind, Supplier<CollectionLink> link) implements Content {

	}

	/** The Java side: what the value is called and how it is reached. */
	record Member(String name, AttributePath path, Class<?> type, Type genericType, MethodHandle getter,
			@Nullable MethodHandle setter) {

	}

	/** The database side: where and how the value is kept. */
	record Storage(List<Column> columns, Generation generation, @Nullable Sequence sequence, boolean insertable,
			boolean updatable, Coding coding) {

		Storage {
			columns = List.copyOf(columns);
		}

	}

}
