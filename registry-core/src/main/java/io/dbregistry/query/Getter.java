package io.dbregistry.query;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * An attribute, named by a reference to the method that gets it.
 *
 * <pre>{@code
 * books.query().filter(Book::title, "Solaris").orderBy(Book::getPrice);
 * }</pre>
 *
 * The name is that of the method, or what follows {@code get} or {@code is}. Nothing is
 * called. Only a method reference has a name: neither a lambda with a body nor a class
 * that implements this interface has one. An attribute inside of an embedded object is
 * named by a text, {@code "home.city"}.
 *
 * @param <T> the type of the objects
 */
@FunctionalInterface
public interface Getter<T> extends Serializable {

	/**
	 * Gets the value of the attribute.
	 * @param object the object
	 * @return the value
	 */
	@Nullable Object get(T object);

}
