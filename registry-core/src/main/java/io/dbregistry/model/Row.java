package io.dbregistry.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

import io.dbregistry.error.Wording;
import org.jspecify.annotations.Nullable;

/**
 * An object of a model without a class: values by the names of attributes, in order.
 *
 * <pre>{@code
 * Row setting = settings.create(Row.of(Map.of("name", "theme", "text", "dark")));
 * setting.get("id", Long.class);
 * }</pre>
 *
 * Not safe for use by several threads while it is changed. Two rows are equal when they
 * have equal values under the same names.
 */
public final class Row {

	private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

	/**
	 * Creates a row without values.
	 */
	public Row() {
	}

	/**
	 * Creates a row.
	 * @param values the values by the names of attributes
	 * @return the row
	 */
	public static Row of(Map<String, ? extends @Nullable Object> values) {
		Row row = new Row();
		row.values.putAll(values);
		return row;
	}

	/**
	 * The value of an attribute.
	 * @param name the name of the attribute
	 * @return the value, or {@code null} when it has none
	 * @throws NoSuchElementException if the row knows no such name
	 */
	public @Nullable Object get(String name) {
		if (!this.values.containsKey(name)) {
			throw new NoSuchElementException("The row has no value '%s' (known: '%s'); correct the name".formatted(name,
					String.join("', '", this.values.keySet())));
		}
		return this.values.get(name);
	}

	/**
	 * The value of an attribute.
	 * @param name the name of the attribute
	 * @param type the class of the value
	 * @param <T> the type of the value
	 * @return the value, or {@code null} when it has none
	 * @throws NoSuchElementException if the row knows no such name
	 * @throws IllegalArgumentException if the value is of another class
	 */
	public <T> @Nullable T get(String name, Class<T> type) {
		Object value = fitting(get(name), type);
		if (value != null && !type.isInstance(value)) {
			throw new IllegalArgumentException("'%s' of the row is asked for as %s, and %s; ask for what it is"
				.formatted(name, Wording.one(type), Wording.given(value)));
		}
		return type.cast(value);
	}

	/**
	 * Sets the value of an attribute.
	 * @param name the name of the attribute
	 * @param value the value, or {@code null} for none
	 * @return this row
	 */
	public Row set(String name, @Nullable Object value) {
		this.values.put(name, value);
		return this;
	}

	/**
	 * All values.
	 * @return a view by name, in the order in which they came
	 */
	public Map<String, @Nullable Object> asMap() {
		return Collections.unmodifiableMap(this.values);
	}

	/**
	 * A value to be stored; what was never set is none.
	 */
	<T> @Nullable T stored(String name, AttributePath path, Class<T> type) {
		Object value = fitting(this.values.get(name), type);
		if (value != null && !type.isInstance(value)) {
			throw new IllegalArgumentException(Wording.misfit(path.toString(), type, value)
					+ ((type == Ref.class) ? ": Ref.of(…) makes it of the target and a key" : ""));
		}
		return type.cast(value);
	}

	private static @Nullable Object fitting(@Nullable Object value, Class<?> type) {
		return (type == Long.class && (value instanceof Integer || value instanceof Short))
				? Long.valueOf(((Number) value).longValue()) : value;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Row row && this.values.equals(row.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	/**
	 * The row for people: names and values.
	 */
	@Override
	public String toString() {
		return "Row" + this.values;
	}

}
