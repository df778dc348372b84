package io.dbregistry.model;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.dbregistry.model.Attribute.Kind;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.GenerationType;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of an attribute: data only, before columns are made of it.
 *
 * <pre>{@code
 * models.onRegister("Book", model -> model.attribute("title").length(300).comment("on the cover"));
 * }</pre>
 *
 * Belongs to one {@link ModelDefinition} and can be changed as long as that can.
 */
public final class AttributeDefinition {

	private final ModelDefinition model;

	private final Declaration declaration;

	private final ColumnSpec column;

	private ValueSpec values = new ValueSpec();

	private boolean key;

	private boolean version;

	private boolean copied = true;

	private @Nullable Fault fault;

	private @Nullable ReferenceSpec reference;

	private @Nullable CollectionSpec collection;

	private final @Nullable AttributeDefinition owner;

	private final List<AttributeDefinition> parts = new ArrayList<>();

	AttributeDefinition(ModelDefinition model, Declaration declaration, ColumnSpec column) {
		this(model, null, declaration, column);
	}

	private AttributeDefinition(ModelDefinition model, @Nullable AttributeDefinition owner, Declaration declaration,
			ColumnSpec column) {
		this.model = model;
		this.owner = owner;
		this.declaration = declaration;
		this.column = column;
	}

	AttributeDefinition copyTo(ModelDefinition copiedModel, @Nullable AttributeDefinition copiedOwner) {
		AttributeDefinition copy = new AttributeDefinition(copiedModel, copiedOwner, this.declaration,
				this.column.copy());
		this.parts.forEach((part) -> copy.parts.add(part.copyTo(copiedModel, copy)));
		copy.key = this.key;
		copy.version = this.version;
		copy.copied = this.copied;
		copy.fault = this.fault;
		copy.values = this.values.copy();
		copy.reference = this.reference;
		copy.collection = this.collection;
		return copy;
	}

	/**
	 * The name of the component, field or classless attribute.
	 * @return the name
	 */
	public String name() {
		return this.declaration.name();
	}

	/**
	 * The class of the values.
	 * @return for example {@code Ref.class} for a component {@code Ref<Author> author}
	 */
	public Class<?> type() {
		return this.declaration.type();
	}

	/**
	 * The type of the values as it is declared.
	 * @return for example {@code Ref<Author>}
	 */
	public Type genericType() {
		return this.declaration.genericType();
	}

	/**
	 * What the values are.
	 * @return the kind
	 */
	public Kind kind() {
		return this.declaration.kind();
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
	 * Whether {@code NULL} can be stored.
	 * @return {@code false} for keys, versions and primitives, and where it was asked for
	 */
	public boolean isNullable() {
		return this.column.nullable && !this.key && !this.version && !type().isPrimitive();
	}

	/**
	 * Makes the attribute the key of its model, or a part of it.
	 * @return this definition
	 */
	public AttributeDefinition key() {
		this.model.requireOpen();
		this.key = true;
		return this;
	}

	/**
	 * Lets the value be made for objects that have none.
	 * @param strategy who makes it
	 * @return this definition
	 */
	public AttributeDefinition generated(GenerationType strategy) {
		this.model.requireOpen();
		this.values.generation = strategy;
		return this;
	}

	/**
	 * Lets something else be stored for the values.
	 * @param converter makes what is stored; has a constructor without parameters
	 * @return this definition
	 */
	public AttributeDefinition convert(Class<? extends AttributeConverter<?, ?>> converter) {
		this.model.requireOpen();
		this.values.converter = converter;
		return this;
	}

	/**
	 * Names the column.
	 * @param name the unquoted name, or empty for the one of the naming strategy
	 * @return this definition
	 */
	public AttributeDefinition column(String name) {
		this.model.requireOpen();
		this.column.name = name;
		return this;
	}

	/**
	 * Says what the column was called before, so that a migration renames it.
	 * @param name the name in the database, or {@code null} for the one it has
	 * @return this definition
	 * @see RenamedFrom
	 */
	public AttributeDefinition renamedFrom(@Nullable String name) {
		this.model.requireOpen();
		this.column.formerName = name;
		return this;
	}

	/**
	 * Lets {@code NULL} be stored or not.
	 * @param nullable whether it can be
	 * @return this definition
	 */
	public AttributeDefinition nullable(boolean nullable) {
		this.model.requireOpen();
		this.column.nullable = nullable;
		return this;
	}

	/**
	 * Lets equal values be refused or not.
	 * @param unique whether they are refused
	 * @return this definition
	 */
	public AttributeDefinition unique(boolean unique) {
		this.model.requireOpen();
		this.column.unique = unique;
		return this;
	}

	/**
	 * Bounds texts and bytes.
	 * @param length characters or bytes, at least 1
	 * @return this definition
	 */
	public AttributeDefinition length(int length) {
		this.model.requireOpen();
		this.column.length = length;
		return this;
	}

	/**
	 * Bounds numbers.
	 * @param precision the digits, 0 for the default
	 * @param scale the digits after the decimal point
	 * @return this definition
	 */
	public AttributeDefinition precision(int precision, int scale) {
		this.model.requireOpen();
		this.column.precision = precision;
		this.column.scale = scale;
		return this;
	}

	/**
	 * Says the type of the column in the product's own words.
	 * @param definition the text that stands in the DDL, or empty for the type that goes
	 * with the values
	 * @return this definition
	 */
	public AttributeDefinition columnDefinition(String definition) {
		this.model.requireOpen();
		this.column.definition = definition.strip();
		return this;
	}

	/**
	 * Gives the column a default.
	 * @param expression an SQL expression, or {@code null} for none
	 * @return this definition
	 */
	public AttributeDefinition defaultValue(@Nullable String expression) {
		this.model.requireOpen();
		this.column.defaultValue = expression;
		return this;
	}

	/**
	 * Stores a remark with the column.
	 * @param comment the remark, or empty for none
	 * @return this definition
	 */
	public AttributeDefinition comment(String comment) {
		this.model.requireOpen();
		this.column.comment = comment;
		return this;
	}

	/** Adds an attribute of the objects that are embedded here. */
	AttributeDefinition add(Declaration part, ColumnSpec spec) {
		this.model.requireOpen();
		AttributeDefinition attribute = new AttributeDefinition(this.model, this, part, spec);
		this.parts.add(attribute);
		return attribute;
	}

	/** The attributes of the objects that are embedded here; of all others none. */
	List<AttributeDefinition> parts() {
		return this.parts;
	}

	/** The attributes with columns of their own: this one, or those it consists of. */
	Stream<AttributeDefinition> leaves() {
		return switch (kind()) {
			case EMBEDDED -> this.parts.stream().flatMap(AttributeDefinition::leaves);
			case COLLECTION, INVERSE -> Stream.empty();
			default -> Stream.of(this);
		};
	}

	/** The attribute whose objects this is a part of, or {@code null} for the model. */
	@Nullable AttributeDefinition owner() {
		return this.owner;
	}

	/** The name behind those of the attributes that this is embedded in. */
	String path() {
		return (this.owner != null) ? this.owner.path() + "." + name() : name();
	}

	/** The type of the values for messages. */
	String typeName() {
		return genericType().getTypeName();
	}

	/**
	 * Lets copies of the registry have the attribute, or not.
	 * @param copied whether they have it
	 * @return this definition
	 * @throws IllegalArgumentException if it is part of the key, of a record or of an
	 * embedded object, which are copied as a whole
	 */
	public AttributeDefinition copied(boolean copied) {
		this.model.requireOpen();
		Class<?> type = this.model.type();
		if (!copied && (this.key || this.owner != null || type != null && type.isRecord())) {
			throw new IllegalArgumentException(
					"Attribute '%s' of model '%s' cannot stay out of copies: keys, records and embedded objects are copied as a whole; leave the model out instead"
						.formatted(path(), this.model));
		}
		this.copied = copied;
		return this;
	}

	/**
	 * Whether copies of the registry have the attribute.
	 * @return {@code false} if it stays out of them
	 */
	public boolean isCopied() {
		return this.copied;
	}

	/** The model it belongs to. */
	ModelDefinition model() {
		return this.model;
	}

	/** The column that is asked for; of a reference the only one. */
	ColumnSpec spec() {
		return this.column;
	}

	/** The member of the class, or {@code null} for a model without one. */
	@Nullable Property findProperty() {
		return this.declaration.property();
	}

	/** The member of the class; only models without one have none. */
	Property property() {
		return Objects.requireNonNull(findProperty(), name());
	}

	/** What is asked for of a reference; only references have it. */
	ReferenceSpec reference() {
		return Objects.requireNonNull(this.reference, name());
	}

	boolean isReference() {
		return this.reference != null;
	}

	void reference(ReferenceSpec spec) {
		this.reference = spec;
	}

	/** What is asked for of a collection, or {@code null}. */
	@Nullable CollectionSpec collection() {
		return this.collection;
	}

	void collection(CollectionSpec spec) {
		this.collection = spec;
	}

	void version(boolean counting) {
		this.version = counting;
	}

	/** What is asked for of the values. */
	ValueSpec values() {
		return this.values;
	}

	/** What is wrong with the declaration, so that nothing can be made of it. */
	@Nullable Fault findFault() {
		return this.fault;
	}

	void refuse(String description, String action) {
		this.fault = new Fault(description, action);
	}

	/**
	 * The attribute for people: type and name.
	 */
	@Override
	public String toString() {
		return genericType().getTypeName() + " " + name();
	}

}
