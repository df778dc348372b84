package io.dbregistry.query;

import java.util.Optional;

import io.dbregistry.database.NoSuchDatabaseException;
import jakarta.persistence.metamodel.Attribute;

import org.springframework.dao.DuplicateKeyException;

/**
 * What is done to the objects of one model.
 *
 * <pre>{@code
 * ModelRepository<Book> books = registry.repository(Book.class);
 * Book stored = books.create(new Book(null, "The Dispossessed", Ref.of(Author.class, 5)));
 * Book same = books.get(stored.id());
 * books.using("archive").schema("y2024").create(stored);
 * }</pre>
 *
 * An immutable value: {@link #using} and {@link #schema} make another one. Safe for use
 * by several threads. Each call is one statement, in the current transaction of the
 * database if there is one, else on its own. Failures of the database are Spring's
 * {@link org.springframework.dao.DataAccessException}s. When the definition of the model
 * changes, the next call goes by the new one. Not a persistence context: no object is
 * tracked, and what is changed in an object changes no row.
 * <p>
 * A key is given as its value; the key of a model with several key attributes as a
 * {@link java.util.List} of theirs, in the order of their declaration.
 *
 * @param <T> the type of the objects
 */
public interface ModelRepository<T> {

	/**
	 * Stores an object that is not stored yet.
	 * <p>
	 * A generated key is made when there is none: {@code null}, or 0 for a primitive
	 * type. A version begins at 0, or at the value it has. Fractions of a second finer
	 * than microseconds are cut off in the row.
	 * <p>
	 * A {@link io.dbregistry.model.Row} is stored with the attributes that it names,
	 * {@code null} included; the database fills in the others. It gets its key and its
	 * version, nothing else of what was filled in.
	 * @param object the object
	 * @return what was stored, with its key: the same object if it could be completed, a
	 * copy of a record
	 * @throws DuplicateKeyException if there is a row with this key, or with a value that
	 * must be unique
	 */
	T create(T object);

	/**
	 * Gets an object by its key.
	 * @param key the key
	 * @return the object as it is stored now
	 * @throws NotFoundException if there is none
	 */
	T get(Object key);

	/**
	 * Finds an object by its key.
	 * @param key the key
	 * @return the object as it is stored now, or empty when there is none
	 */
	Optional<T> find(Object key);

	/**
	 * Deletes the row of an object; with a version, only the row that was read.
	 * @param object the object, of which the key counts, and the version if there is one
	 * @return whether there was a row
	 * @throws StaleVersionException if the model has a version and no row has the
	 * object's
	 */
	boolean delete(T object);

	/**
	 * Deletes a row by its key, whatever its version.
	 * @param key the key
	 * @return whether there was a row
	 */
	boolean deleteByKey(Object key);

	/**
	 * Reads what refers to an object from elsewhere, each attribute with one statement,
	 * and sets it: collections, and the object on the other side of {@code @OneToOne}
	 * with {@code mappedBy}, {@code null} when there is none. A record has neither: what
	 * refers to it is found by a query on the other side.
	 * @param object the object, of which the key counts
	 * @param attributes the names of the attributes
	 * @return the same object
	 * @throws IllegalArgumentException if an attribute is read with its object
	 * @throws MoreThanOneException if several objects refer to one that takes only one
	 */
	T fetch(T object, String... attributes);

	/**
	 * Reads what refers to an object, as {@link #fetch(Object, String...)}.
	 * @param object the object, of which the key counts
	 * @param getter a reference to the method that gets the attribute
	 * @return the same object
	 * @throws IllegalArgumentException if the attribute is read with its object
	 */
	T fetch(T object, Getter<? super T> getter);

	/**
	 * Reads what refers to an object, as {@link #fetch(Object, String...)}.
	 * @param object the object, of which the key counts
	 * @param attribute the attribute in a static metamodel that a provider has filled
	 * @return the same object
	 * @throws IllegalArgumentException if the attribute is read with its object
	 */
	T fetch(T object, Attribute<? super T, ?> attribute);

	/**
	 * Begins a query over all objects.
	 * @return the query, at the database and schema that this repository was asked for;
	 * where none was, it follows the model as the repository does
	 */
	QuerySet<T> query();

	/**
	 * The same objects in another database.
	 * @param database the name of the database
	 * @return another repository
	 * @throws NoSuchDatabaseException if there is none of that name
	 */
	ModelRepository<T> using(String database);

	/**
	 * The same objects in another schema, which goes before the one the model is fixed to
	 * and the default one of the database. Related objects are read from it too, unless
	 * their model is fixed to another.
	 * @param schema the unquoted name
	 * @return another repository
	 */
	ModelRepository<T> schema(String schema);

}
