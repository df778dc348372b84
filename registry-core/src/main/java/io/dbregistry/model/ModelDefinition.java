package io.dbregistry.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.model.Attribute.Kind;
import io.dbregistry.model.ColumnSpec.CheckSpec;
import io.dbregistry.model.TableSpec.IndexSpec;
import io.dbregistry.model.TableSpec.UniqueSpec;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of a model: data only, before a table is made of it.
 * <p>
 * Can be changed while the model is being registered; afterwards each change is an
 * {@link IllegalStateException}. Not safe for use by several threads.
 */
public final class ModelDefinition {

	private final String name;

	private final @Nullable Class<?> type;

	private final TableSpec table;

	private final Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();

	private String database = "";

	private ModelKind kind = ModelKind.DECLARED;

	/** What a join model connects: the owner of the collection, the elements. */
	private List<String> joined = List.of();

	private boolean copied = true;

	private boolean modified;

	private volatile boolean closed;

	ModelDefinition(String name, @Nullable Class<?> type) {
		this(name, type, new TableSpec());
	}

	private ModelDefinition(String name, @Nullable Class<?> type, TableSpec table) {
		this.name = name;
		this.type = type;
		this.table = table;
	}

	/** An equal definition that can be changed. */
	ModelDefinition copy() {
		ModelDefinition copy = new ModelDefinition(this.name, this.type, this.table.copy());
		copy.database = this.database;
		copy.kind = this.kind;
		copy.copied = this.copied;
		copy.joined = this.joined;
		this.attributes.forEach((key, attribute) -> copy.attributes.put(key, attribute.copyTo(copy, null)));
		return copy;
	}

	/** Ends the time of changes. */
	ModelDefinition close() {
		this.closed = true;
		return this;
	}

	boolean isClosed() {
		return this.closed;
	}

	/** Whether anything was changed since it was made or copied. */
	boolean isModified() {
		return this.modified;
	}

	/** Notes a change, or refuses it after the time of changes. */
	void requireOpen() {
		if (this.closed) {
			throw new IllegalStateException(
					"The definition of model '%s' is in use; change it in a callback, given to models().onRegister(…)"
						.formatted(this.name));
		}
		this.modified = true;
	}

	/**
	 * The name of the model, unique within a registry.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Finds the class of the objects.
	 * @return a record or a class, or empty for a model without one
	 */
	public Optional<Class<?>> findType() {
		return Optional.ofNullable(this.type);
	}

	/**
	 * Where the declaration comes from, and who owns the table.
	 * @return the kind
	 */
	public ModelKind kind() {
		return this.kind;
	}

	/**
	 * The database the model lives in.
	 * @return the name of an extra database, or {@code primary}
	 */
	public String home() {
		return this.database.isEmpty() ? ModelType.PRIMARY : this.database;
	}

	/**
	 * The attributes in the order of their declaration, those of superclasses first.
	 * @return the attributes
	 */
	public List<AttributeDefinition> attributes() {
		return List.copyOf(this.attributes.values());
	}

	/**
	 * An attribute by its exact name.
	 * @param name the name of the component or field; for a part of an embedded object
	 * the path to it, as in {@code address.city}
	 * @return the attribute
	 * @throws NoSuchAttributeException if there is none; names those that are near
	 */
	public AttributeDefinition attribute(String name) {
		AttributeDefinition attribute = this.attributes.get(name);
		if (attribute != null) {
			return attribute;
		}
		List<AttributeDefinition> leaves = leaves();
		return leaves.stream()
			.filter((leaf) -> leaf.path().equals(name))
			.findFirst()
			.orElseThrow(() -> new NoSuchAttributeException(this.name, name,
					leaves.stream().map(AttributeDefinition::path).toList()));
	}

	/**
	 * Moves the model to another database.
	 * @param database the name of an extra database, or empty for the primary one
	 * @return this definition
	 */
	public ModelDefinition database(String database) {
		requireOpen();
		this.database = database;
		return this;
	}

	/**
	 * Fixes the model to a schema.
	 * @param schema the unquoted name, or empty for the schema that is current when the
	 * model is used
	 * @return this definition
	 */
	public ModelDefinition schema(String schema) {
		requireOpen();
		this.table.schema = schema;
		return this;
	}

	/**
	 * Names the table.
	 * @param name the unquoted name, or empty for the one of the naming strategy
	 * @return this definition
	 */
	public ModelDefinition table(String name) {
		requireOpen();
		this.table.name = name;
		return this;
	}

	/**
	 * Says what the table was called before, so that a migration renames it.
	 * @param name the name in the database, or {@code null} for the one it has
	 * @return this definition
	 * @see RenamedFrom
	 */
	public ModelDefinition renamedFrom(@Nullable String name) {
		requireOpen();
		this.table.formerName = name;
		return this;
	}

	/**
	 * Stores a remark with the table.
	 * @param comment the remark, or empty for none
	 * @return this definition
	 */
	public ModelDefinition comment(String comment) {
		requireOpen();
		this.table.comment = comment;
		return this;
	}

	/**
	 * Lets copies of the registry have the model, or not.
	 * @param copied whether they have it
	 * @return this definition
	 */
	public ModelDefinition copied(boolean copied) {
		requireOpen();
		this.copied = copied;
		return this;
	}

	/**
	 * Whether copies of the registry have the model.
	 * @return {@code false} if it stays out of them
	 */
	public boolean isCopied() {
		return this.copied;
	}

	/**
	 * Leaves the table to somebody else: it is read and written, and never made, changed
	 * or dropped. Without a class and without attributes, the model has all columns of
	 * the live table.
	 * @return this definition
	 */
	public ModelDefinition reflected() {
		kind(ModelKind.REFLECTED);
		return this;
	}

	/**
	 * Leaves attributes of a reflected model out when it is compared with its table.
	 * @param attributes their names
	 * @return this definition
	 */
	public ModelDefinition unchecked(String... attributes) {
		requireOpen();
		this.table.unchecked.addAll(List.of(attributes));
		return this;
	}

	/**
	 * Adds an index.
	 * @param columns the names of its columns, each perhaps followed by {@code asc} or
	 * {@code desc}
	 * @return this definition
	 */
	public ModelDefinition index(String... columns) {
		requireOpen();
		this.table.indexes.add(new IndexSpec("", List.of(columns), false));
		return this;
	}

	/**
	 * Adds a unique constraint.
	 * @param columns the names of its columns
	 * @return this definition
	 */
	public ModelDefinition unique(String... columns) {
		requireOpen();
		this.table.uniques.add(new UniqueSpec("", List.of(columns)));
		return this;
	}

	/**
	 * Adds a condition that every row meets.
	 * @param condition the condition as SQL
	 * @return this definition
	 */
	public ModelDefinition check(String condition) {
		requireOpen();
		this.table.checks.add(new CheckSpec("", condition));
		return this;
	}

	/**
	 * Adds an attribute to a model without a class. It can be null, unless its type is a
	 * primitive one or something else is said of it. A model without a
	 * {@link AttributeDefinition#key() key} gets the generated key {@code id}.
	 * @param name the name of the attribute
	 * @param type the class of its values
	 * @return the attribute, which can be declared further
	 */
	public AttributeDefinition add(String name, Class<?> type) {
		requireClassless(name);
		Class<?> boxed = BasicTypes.box(type);
		ColumnSpec column = new ColumnSpec();
		column.nullable = !type.isPrimitive();
		return add(new Declaration(name, boxed, boxed, Kind.BASIC, null), column);
	}

	/**
	 * Adds a reference to a model without a class. Its values are {@link Ref}s.
	 * @param name the name of the attribute
	 * @param model the name of the model referred to, which may be registered later
	 * @return the attribute, which can be declared further
	 */
	public AttributeDefinition reference(String name, String model) {
		requireClassless(name);
		AttributeDefinition attribute = add(new Declaration(name, Ref.class, Ref.class, Kind.REF, null),
				new ColumnSpec());
		attribute.reference(new ReferenceSpec(null, model, List.of(), "", true));
		return attribute;
	}

	private void requireClassless(String attribute) {
		if (this.type != null) {
			throw new IllegalArgumentException(
					"Attribute '%s' cannot be added to model '%s', whose attributes are those of '%s'; declare it there"
						.formatted(attribute, this.name, this.type.getName()));
		}
		if (this.attributes.containsKey(attribute)) {
			throw new IllegalArgumentException(
					"Model '%s' has an attribute '%s'; change it with attribute(…)".formatted(this.name, attribute));
		}
	}

	/** Replaces all attributes. */
	void attributes(List<AttributeDefinition> attributes) {
		requireOpen();
		this.attributes.clear();
		attributes.forEach((attribute) -> this.attributes.put(attribute.name(), attribute));
	}

	void kind(ModelKind kind) {
		requireOpen();
		this.kind = kind;
	}

	void joins(String owner, String element) {
		requireOpen();
		this.joined = List.of(owner, element);
	}

	/** What a join model connects: the owner of the collection, the elements. */
	List<String> joined() {
		return this.joined;
	}

	/** Adds an attribute, or replaces the one of its name. */
	AttributeDefinition add(Declaration declaration, ColumnSpec column) {
		requireOpen();
		AttributeDefinition attribute = new AttributeDefinition(this, declaration, column);
		this.attributes.put(attribute.name(), attribute);
		return attribute;
	}

	/** The table that is asked for. */
	TableSpec spec() {
		return this.table;
	}

	@Nullable Class<?> type() {
		return this.type;
	}

	/** The extra database, or {@code null} for the primary one. */
	@Nullable String extra() {
		return this.database.isEmpty() ? null : this.database;
	}

	/** The attributes that have columns of their own, parts of embedded objects too. */
	List<AttributeDefinition> leaves() {
		return this.attributes.values().stream().flatMap(AttributeDefinition::leaves).toList();
	}

	/** The attributes that make the key. */
	List<AttributeDefinition> key() {
		return this.attributes.values().stream().filter(AttributeDefinition::isKey).toList();
	}

	/** Whether the application declares it by code. */
	boolean isClassless() {
		return this.type == null && this.kind != ModelKind.JOIN;
	}

	/** How the application names the table. */
	String tableNaming() {
		return isClassless() ? "table(…)" : (this.type != null) ? "@Table(name = …)" : "@JoinTable(name = …)";
	}

	/** The model for messages: its class, or its name when it has none. */
	String place() {
		return (this.type != null) ? this.type.getName() : this.name;
	}

	/**
	 * The model for people: its name.
	 */
	@Override
	public String toString() {
		return this.name;
	}

}
