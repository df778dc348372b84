package io.dbregistry.query;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.model.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Maps and lists, stored as JSON. What they hold has the declared type again when it is
 * read: {@code List<Long>} holds no {@code Integer}.
 *
 * @param attribute the attribute
 * @param text stores the text of the JSON
 */
record JsonCodec(Attribute attribute, ValueCodec text) implements ValueCodec {

	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		this.text.bind(statement, index, (value != null) ? JsonWriter.write(value) : null);
	}

	@Override
	public @Nullable Object read(ResultSet rows, int index) throws SQLException {
		Object json = this.text.read(rows, index);
		try {
			return (json != null) ? convert(this.attribute.genericType(), JsonReader.read((String) json)) : null;
		}
		catch (IllegalArgumentException ex) {
			throw new SQLDataException("'%s' cannot be read: %s".formatted(this.attribute, ex.getMessage()), ex);
		}
	}

	private @Nullable Object convert(Type type, @Nullable Object value) {
		if (type instanceof WildcardType wildcard) {
			return convert(wildcard.getUpperBounds()[0], value);
		}
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			convertContents(arguments[arguments.length - 1], value);
			return convert(parameterized.getRawType(), value);
		}
		Class<?> wanted = (Class<?>) type;
		if (value == null || wanted.isInstance(value)) {
			return value;
		}
		if (value instanceof Number number && Number.class.isAssignableFrom(wanted)) {
			return convert(wanted, number);
		}
		throw new IllegalArgumentException("a value of type '%s' stands where '%s' is declared"
			.formatted(value.getClass().getSimpleName(), wanted.getSimpleName()));
	}

	/**
	 * What others have written with more digits is rounded, as JSON is read everywhere.
	 */
	private Number convert(Class<?> wanted, Number number) {
		if (wanted == Double.class) {
			return number.doubleValue();
		}
		return (wanted == Float.class) ? (Number) number.floatValue() : Numbers.convert(this.attribute, number, wanted);
	}

	/** Containers come from the reader, so they can be changed here. */
	@SuppressWarnings("unchecked")
	private void convertContents(Type type, @Nullable Object container) {
		if (container instanceof Map<?, ?> map) {
			((Map<String, @Nullable Object>) map).replaceAll((name, value) -> convert(type, value));
		}
		else if (container instanceof List<?> list) {
			((List<@Nullable Object>) list).replaceAll((value) -> convert(type, value));
		}
	}

}
