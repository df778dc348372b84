package io.dbregistry.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.Conversion;
import io.dbregistry.model.JsonForm;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of the columns of attributes.
 */
final class ColumnCodecs {

	private ColumnCodecs() {
	}

	/**
	 * The codecs of an attribute, one for each of its columns, in their order.
	 */
	static List<ValueCodec> of(Attribute attribute, Dialect dialect) {
		List<Attribute> leaves = ColumnValues.leaves(attribute).toList();
		List<ValueCodec> codecs = new ArrayList<>();
		for (int i = 0; i < leaves.size(); i++) {
			codecs.add(of(leaves.get(i), attribute.columns().get(i), dialect));
		}
		return codecs;
	}

	private static ValueCodec of(Attribute leaf, Column column, Dialect dialect) {
		ColumnType columnType = column.type();
		if (columnType.kind() == ColumnType.Kind.ARRAY) {
			dialect.requireArrays(leaf.describe());
		}
		Optional<Conversion> conversion = leaf.findConversion();
		if (conversion.isPresent()) {
			return new ConvertedCodec(conversion.get(), dialect.codec(leaf.storedType(), columnType));
		}
		Optional<JsonForm> json = leaf.findJsonForm();
		if (json.isPresent()) {
			ValueCodec text = dialect.codec(String.class, columnType);
			return (json.get() == JsonForm.PLAIN) ? new JsonCodec(leaf, text) : JacksonCodec.of(leaf, text);
		}
		ValueCodec stored = dialect.codec(leaf.storedType(), columnType);
		return leaf.type().isEnum() ? EnumCodec.of(leaf, column.name(), stored) : stored;
	}

	/**
	 * Values that are stored as others.
	 */
	private record ConvertedCodec(Conversion conversion, ValueCodec stored) implements ValueCodec {

		@Override
		public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
			this.stored.bind(statement, index, this.conversion.toStored(value));
		}

		@Override
		public @Nullable Object read(ResultSet rows, int index) throws SQLException {
			return this.conversion.fromStored(this.stored.read(rows, index));
		}

	}

	/**
	 * Constants of an enum.
	 */
	private record EnumCodec(Misfit misfit, Map<Object, Object> constants, Map<Object, Object> values,
			ValueCodec stored) implements ValueCodec {

		static EnumCodec of(Attribute attribute, String column, ValueCodec stored) {
			Map<Object, Object> values = new HashMap<>();
			attribute.constants().forEach((value, constant) -> values.put(constant, value));
			return new EnumCodec(new Misfit(column, attribute), attribute.constants(), values, stored);
		}

		@Override
		public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
			this.stored.bind(statement, index, (value != null) ? this.values.get(value) : null);
		}

		@Override
		public @Nullable Object read(ResultSet rows, int index) throws SQLException {
			Object value = this.stored.read(rows, index);
			if (value == null) {
				return null;
			}
			Object constant = this.constants.get(value);
			if (constant == null) {
				throw this.misfit.unknown(value, this.constants.keySet());
			}
			return constant;
		}

	}

}
