package io.dbregistry.query;

import java.util.List;
import java.util.Optional;

import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.model.NoSuchAttributeException;
import jakarta.persistence.metamodel.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * A query over the objects of one model.
 *
 * <pre>{@code
 * QuerySet<Book> cheap = registry.query(Book.class).filter("price", 5).orderBy("-published", "title");
 * List<Book> three = cheap.limit(3).list();
 * long all = cheap.count();
 * }</pre>
 *
 * An immutable value: each step is another query, and nothing runs before one of the last
 * calls, which asks the database each time. Safe for use by several threads. Attributes
 * are named by texts, by method references ({@code Book::title}) or by the static
 * metamodel ({@code Book_.TITLE}). Values are always bound, never part of the SQL. Limit
 * and offset apply to what all conditions leave, in whatever order the calls are written.
 *
 * @param <T> the type of the objects
 */
public interface QuerySet<T> {

	/**
	 * Keeps the objects with a value.
	 * @param attribute the name of the attribute
	 * @param value the value; {@code null} for objects without one; for a reference the
	 * key, a {@link io.dbregistry.model.Ref} or the object
	 * @return another query
	 * @throws NoSuchAttributeException if the model has no such attribute
	 * @throws IllegalArgumentException if the attribute cannot have such a value
	 */
	QuerySet<T> filter(String attribute, @Nullable Object value);

	/**
	 * Keeps the objects with a value, as {@link #filter(String, Object)}.
	 * @param getter a reference to the method that gets the attribute
	 * @param value the value
	 * @return another query
	 */
	QuerySet<T> filter(Getter<? super T> getter, @Nullable Object value);

	/**
	 * Keeps the objects with a value, as {@link #filter(String, Object)}.
	 * @param attribute the attribute in a static metamodel that a provider has filled
	 * @param value the value
	 * @return another query
	 */
	QuerySet<T> filter(Attribute<? super T, ?> attribute, @Nullable Object value);

	/**
	 * Leaves out the objects that {@link #filter(String, Object)} with the same arguments
	 * keeps, and no others: objects without a value stay when a value is given.
	 * @param attribute the name of the attribute
	 * @param value the value, as for {@link #filter(String, Object)}
	 * @return another query
	 * @throws NoSuchAttributeException if the model has no such attribute
	 * @throws IllegalArgumentException if the attribute cannot have such a value
	 */
	QuerySet<T> exclude(String attribute, @Nullable Object value);

	/**
	 * Leaves out objects, as {@link #exclude(String, Object)}.
	 * @param getter a reference to the method that gets the attribute
	 * @param value the value
	 * @return another query
	 */
	QuerySet<T> exclude(Getter<? super T> getter, @Nullable Object value);

	/**
	 * Leaves out objects, as {@link #exclude(String, Object)}.
	 * @param attribute the attribute in a static metamodel that a provider has filled
	 * @param value the value
	 * @return another query
	 */
	QuerySet<T> exclude(Attribute<? super T, ?> attribute, @Nullable Object value);

	/**
	 * Says explicitly that all objects are meant, which {@link #delete()} wants to hear
	 * when there is no condition.
	 * @return another query
	 */
	QuerySet<T> all();

	/**
	 * Sets the order, in place of an earlier one.
	 * @param attributes the names of attributes, the most important first, {@code -} in
	 * front for the greatest value first; none for no order
	 * @return another query
	 * @throws NoSuchAttributeException if the model has no such attribute
	 */
	QuerySet<T> orderBy(String... attributes);

	/**
	 * Sets the order, in place of an earlier one, the least value first. Several
	 * attributes, and the greatest value first, are said by their names.
	 * @param getter a reference to the method that gets the attribute
	 * @return another query
	 */
	QuerySet<T> orderBy(Getter<? super T> getter);

	/**
	 * Sets the order, as {@link #orderBy(Getter)}.
	 * @param attribute the attribute in a static metamodel that a provider has filled
	 * @return another query
	 */
	QuerySet<T> orderBy(Attribute<? super T, ?> attribute);

	/**
	 * Sets the greatest number of objects, in place of an earlier one.
	 * @param limit the number; 0 for nothing at all
	 * @return another query
	 */
	QuerySet<T> limit(int limit);

	/**
	 * Sets how many objects are passed over, in place of an earlier number.
	 * @param offset the number
	 * @return another query
	 */
	QuerySet<T> offset(long offset);

	/**
	 * The same query on another database.
	 * @param database the name of the database
	 * @return another query
	 * @throws NoSuchDatabaseException if there is none of that name
	 */
	QuerySet<T> using(String database);

	/**
	 * The same query on another schema, which goes before the one the model is fixed to
	 * and the default one of the database. Related objects are read from it too, unless
	 * their model is fixed to another.
	 * @param schema the unquoted name
	 * @return another query
	 */
	QuerySet<T> schema(String schema);

	/**
	 * Gets all objects.
	 * @return an unmodifiable list
	 */
	List<T> list();

	/**
	 * Finds the only object.
	 * @return the object, or empty when there is none
	 * @throws MoreThanOneException if there are several
	 */
	Optional<T> find();

	/**
	 * Gets the only object.
	 * @return the object
	 * @throws NotFoundException if there is none
	 * @throws MoreThanOneException if there are several
	 */
	T get();

	/**
	 * Gets the first object, in the order of the key when no order is set.
	 * @return the object
	 * @throws NotFoundException if there is none
	 */
	T first();

	/**
	 * Counts the objects, within limit and offset.
	 * @return their number
	 */
	long count();

	/**
	 * Asks whether there is any object, within limit and offset.
	 * @return whether there is one
	 */
	boolean exists();

	/**
	 * Deletes the rows of all objects, whatever their versions.
	 * @return the number of rows
	 * @throws IllegalStateException if there is no condition and {@link #all()} was not
	 * called, or if there is a limit or offset
	 */
	long delete();

}
