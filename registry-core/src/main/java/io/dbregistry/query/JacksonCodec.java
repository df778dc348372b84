package io.dbregistry.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;

import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.model.Attribute;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Objects of any class, stored as JSON by Jackson 3. The only class that needs it; a
 * model that does is refused without it.
 *
 * @param attribute the attribute
 * @param writer writes values of its type
 * @param reader reads values of its type
 * @param text stores the text of the JSON
 */
record JacksonCodec(Attribute attribute, ObjectWriter writer, ObjectReader reader,
		ValueCodec text) implements ValueCodec {

	private static final JsonMapper MAPPER = JsonMapper.builder().findAndAddModules().build();

	static ValueCodec of(Attribute attribute, ValueCodec text) {
		JavaType type = MAPPER.constructType(attribute.genericType());
		return new JacksonCodec(attribute, MAPPER.writerFor(type), MAPPER.readerFor(type), text);
	}

	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		this.text.bind(statement, index, (value != null) ? write(value) : null);
	}

	@Override
	public @Nullable Object read(ResultSet rows, int index) throws SQLException {
		Object json = this.text.read(rows, index);
		return (json != null) ? read((String) json) : null;
	}

	private String write(Object value) {
		try {
			return this.writer.writeValueAsString(value);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					describe("cannot be written as JSON", ex) + "; give its class what Jackson needs, or a converter");
		}
	}

	private @Nullable Object read(String json) throws SQLDataException {
		try {
			return this.reader.readValue(json);
		}
		catch (JacksonException ex) {
			throw new SQLDataException(describe("cannot be read from JSON", ex)
					+ "; give its class what Jackson needs, or correct the row", "22000");
		}
	}

	/** Jackson's messages hold parts of the value, so only the kind is told. */
	private String describe(String failure, JacksonException ex) {
		return "%s of type '%s' %s (%s)".formatted(this.attribute.describe(),
				this.attribute.genericType().getTypeName(), failure, ex.getClass().getSimpleName());
	}

}
