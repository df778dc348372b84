package io.dbregistry.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;

import org.jspecify.annotations.Nullable;

/**
 * A codec made of two calls of the driver.
 *
 * @param type the type of the values
 * @param jdbcType what the driver is told for {@code NULL}, of {@link java.sql.Types}
 * @param setter sets a parameter to a value
 * @param getter reads a column
 * @param <T> the type of the values
 */
record JdbcCodec<T>(Class<T> type, int jdbcType, Setter<T> setter, Getter<T> getter) implements ValueCodec {

	/**
	 * A codec for a type whose getter has a primitive result, 0 for {@code NULL}.
	 */
	static <T> JdbcCodec<T> primitive(Class<T> type, int jdbcType, Setter<T> setter, Getter<T> getter) {
		return new JdbcCodec<>(type, jdbcType, setter, (rows, index) -> {
			T value = getter.get(rows, index);
			return rows.wasNull() ? null : value;
		});
	}

	/**
	 * A codec for a type that is stored as another one. A value that one of them does not
	 * have is a failure of the data.
	 */
	static <T, S> JdbcCodec<T> via(Class<T> type, JdbcCodec<S> stored, Conversion<T, S> to, Conversion<S, T> from) {
		return new JdbcCodec<>(type, stored.jdbcType(),
				(statement, index, value) -> stored.setter()
					.set(statement, index,
							convert(value, to, "A value of type '%s' cannot be stored (%s); give another", type)),
				(rows, index) -> {
					S value = stored.getter().get(rows, index);
					return (value != null)
							? convert(value, from, "A column has a value that is no '%s' (%s); correct the row", type)
							: null;
				});
	}

	private static <A, B> B convert(A value, Conversion<A, B> conversion, String message, Class<?> type)
			throws SQLDataException {
		try {
			return conversion.convert(value);
		}
		catch (IllegalArgumentException | DateTimeException | ArithmeticException ex) {
			throw new SQLDataException(message.formatted(type.getTypeName(), ex.getMessage()), "22000", ex);
		}
	}

	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		if (value == null) {
			statement.setNull(index, this.jdbcType);
		}
		else {
			this.setter.set(statement, index, this.type.cast(value));
		}
	}

	@Override
	public @Nullable T read(ResultSet rows, int index) throws SQLException {
		return this.getter.get(rows, index);
	}

	/** Sets a parameter to a value that is not {@code null}. */
	@FunctionalInterface
	interface Setter<T> {

		void set(PreparedStatement statement, int index, T value) throws SQLException;

	}

	/** Reads a column. */
	@FunctionalInterface
	interface Getter<T> {

		@Nullable T get(ResultSet rows, int index) throws SQLException;

	}

	/** Makes another value of a value. */
	@FunctionalInterface
	interface Conversion<A, B> {

		B convert(A value);

	}

}
