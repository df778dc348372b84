package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.metadata.QualifiedName;
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
 * An identity: it stays the same object when its definition changes, or that of a model
 * it refers to. Each answer is one of the latest registration. Safe for use by several
 * threads. Once the model is removed or replaced, all but its name and class is an
 * {@link UnregisteredModelException}; while a model that it refers to is missing, an
 * {@link UnresolvedReferenceException}. It reads and writes nothing: that is done by
 * repositories and queries.
 *
 * @param <T> the type of the objects
 */
public final class ModelType<T> {

	/** The name of the primary database. */
	static final String PRIMARY = "primary";

	private final String name;

	private final Class<T> type;

	private final DefaultModels models;

	/** The model that this is a view of, or {@code null}. */
	private final @Nullable ModelType<?> viewed;

	/** What was made of the other's state; any thread may replace it by an equal one. */
	private volatile @Nullable ModelState view;

	ModelType(String name, Class<T> type, DefaultModels models) {
		this.name = name;
		this.type = type;
		this.models = models;
		this.viewed = null;
	}

	/**
	 * A model seen as one without a class.
	 */
	private ModelType(ModelType<?> viewed, Class<T> type) {
		this.name = viewed.name;
		this.type = type;
		this.models = viewed.models;
		this.viewed = viewed;
	}

	/** This model as one without a class, whose objects are rows. */
	@SuppressWarnings("unchecked")
	ModelType<Row> rows() {
		return (this.type == Row.class) ? (ModelType<Row>) this : new ModelType<>(this, Row.class);
	}

	private ModelEntry entry() {
		return this.models.entry((this.viewed != null) ? this.viewed : this);
	}

	private ModelState state() {
		ModelState state = entry().require();
		return (this.viewed != null) ? view(state) : state;
	}

	private ModelState view(ModelState state) {
		ModelState current = this.view;
		if (current == null || current.revision() != state.revision()) {
			current = RowView.of(state);
			this.view = current;
		}
		return current;
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
	 * @return a record or a class; {@link Row} for a model without one
	 */
	public Class<T> type() {
		return this.type;
	}

	/**
	 * The database the model lives in.
	 * @return the name of an extra database, or {@code null} for the primary one
	 */
	public @Nullable String database() {
		return entry().definition().extra();
	}

	/**
	 * The name of the database the model lives in, the primary one's included.
	 * @return the name of an extra database, or {@code primary}
	 */
	public String home() {
		return entry().definition().home();
	}

	/**
	 * Where the declaration comes from, and who owns the table.
	 * @return the kind
	 */
	public ModelKind kind() {
		return entry().definition().kind();
	}

	/**
	 * Finds what the model says of a table that belongs to somebody else; known also
	 * while that table has not been read.
	 * @return the name of the table and more, or empty for a managed model
	 */
	public Optional<ReflectedTable> findReflected() {
		return kind().isManaged() ? Optional.empty() : Optional.of(reflectedTable());
	}

	ReflectedTable reflectedTable() {
		ModelDefinition definition = entry().definition();
		TableSpec spec = definition.spec();
		QualifiedName table = new QualifiedName(spec.schema.isEmpty() ? null : spec.schema,
				this.models.settings().tableName(definition));
		return new ReflectedTable(table, LiveTable.isWhole(definition), spec.unchecked, spec.pattern, spec.live);
	}

	/**
	 * Tells states apart. What is derived from a model holds as long as this stays the
	 * same; it changes when the definition does, or that of a model referred to.
	 * @return a number that no other state of a model in this registry has
	 */
	public long revision() {
		return state().revision();
	}

	/**
	 * Whether what was derived from a state still holds.
	 * @param revision the revision of that state
	 * @return {@code false} when the model has another state by now, or none that can be
	 * used
	 */
	public boolean isAt(long revision) {
		ModelState state = this.models.findState((this.viewed != null) ? this.viewed : this);
		return state != null && state.revision() == revision;
	}

	/**
	 * The table of the rows. Its name has a schema only when the model is fixed to one.
	 * @return the table
	 */
	public Table table() {
		return state().table();
	}

	/**
	 * What the table was called before, as {@link RenamedFrom} says it on the class.
	 * @return the name in the database, without a schema, or empty when nothing is said
	 */
	public Optional<String> formerTable() {
		return Optional.ofNullable(entry().definition().spec().formerName);
	}

	/**
	 * What columns of the table were called before, as {@link RenamedFrom} says it on
	 * members.
	 * @return the names in the database before by those of today, in the order of the
	 * columns; empty when nothing is said
	 */
	public Map<String, String> formerColumns() {
		return state().formerColumns();
	}

	/**
	 * The attributes in the order of their declaration, those of superclasses first.
	 * @return the attributes, at least one
	 */
	public List<Attribute> attributes() {
		return state().attributes();
	}

	/**
	 * An attribute by its exact name.
	 * @param name the name of the component or field; for a part of an embedded object
	 * the path to it, as in {@code address.city}
	 * @return the attribute
	 * @throws NoSuchAttributeException if there is none; names those that are near
	 */
	public Attribute attribute(String name) {
		return findAttribute(name)
			.orElseThrow(() -> new NoSuchAttributeException(this.name, name, List.copyOf(state().byName().keySet())));
	}

	/**
	 * Finds an attribute by its exact name.
	 * @param name the name of the component or field, or a path
	 * @return the attribute, or empty when there is none of that name
	 */
	public Optional<Attribute> findAttribute(String name) {
		return Optional.ofNullable(state().byName().get(name));
	}

	/**
	 * What an attribute is by now.
	 * @param earlier an attribute of this model, or a part of one, as it was once
	 * @return the attribute of that name or path
	 * @throws NoSuchAttributeException if there is none any more
	 */
	public Attribute attribute(Attribute earlier) {
		return attribute(earlier.path().path());
	}

	/**
	 * The references of other models that lead here, each by the name of its way back:
	 * that of the collection it is mapped by, else the decapitalised name of its model.
	 * @return the references in the order of their models, without those that share a
	 * name
	 */
	public Map<String, CollectionLink> backwards() {
		return this.models.backwards().of((this.viewed != null) ? this.viewed : this);
	}

	/**
	 * A reference of another model that leads here.
	 * @param name the name of its way back
	 * @return the model that refers to this one, and its attribute
	 * @throws NoSuchAttributeException if there is none; names those that are near
	 * @throws AmbiguousPathException if several have the name; names them
	 */
	public CollectionLink backward(String name) {
		return this.models.backwards().get((this.viewed != null) ? this.viewed : this, name);
	}

	/**
	 * The attributes that make the key.
	 * @return one, or several for a composite key, in the order of their declaration
	 */
	public List<Attribute> key() {
		return state().key();
	}

	/**
	 * Finds the class of the key objects.
	 * @return the {@code @IdClass}, or empty when there is none: the key is then the
	 * value of the only key attribute, or a list of the values of several
	 */
	public Optional<KeyType> findKeyType() {
		return Optional.ofNullable(state().keyType());
	}

	/**
	 * Finds the attribute that counts the changes of an object.
	 * @return the attribute marked {@code @Version}, or empty when there is none
	 */
	public Optional<Attribute> findVersion() {
		return attributes().stream().filter(Attribute::isVersion).findFirst();
	}

	/**
	 * Makes objects.
	 * @return for a record the canonical constructor, with exactly the
	 * {@link #attributes() attributes} in their order; for a class the constructor
	 * without parameters, after which the {@link Attribute#findSetter() setters} fill the
	 * object
	 */
	public MethodHandle constructor() {
		return state().constructor();
	}

	/**
	 * The model for people: its name.
	 */
	@Override
	public String toString() {
		return this.name;
	}

}
