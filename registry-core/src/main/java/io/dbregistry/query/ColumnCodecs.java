package io.dbregistry.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.model.Attribute;
import jakarta.persistence.EnumType;
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
			dialect.requireArrays(ColumnValues.describe(leaf));
		}
		if (JsonCodec.isFor(leaf.type())) {
			return new JsonCodec(leaf, dialect.codec(String.class, columnType));
		}
		Optional<EnumType> enumType = leaf.findEnumType();
		if (enumType.isEmpty()) {
			return dialect.codec(leaf.type(), columnType);
		}
		boolean named = enumType.get() == EnumType.STRING;
		ValueCodec stored = dialect.codec(named ? String.class : Integer.class, columnType);
		return new EnumCodec(new Misfit(column.name(), leaf), constants(leaf.type(), named), named, stored);
	}

	/** The constants of an enum by what is stored for them. */
	private static Map<Object, Object> constants(Class<?> type, boolean named) {
		Map<Object, Object> constants = new LinkedHashMap<>();
		for (Object constant : type.getEnumConstants()) {
			Enum<?> known = (Enum<?>) constant;
			constants.put(named ? known.name() : (Object) known.ordinal(), known);
		}
		return constants;
	}

	/**
	 * Constants of an enum, stored by name or by position.
	 */
	private record EnumCodec(Misfit misfit, Map<Object, Object> constants, boolean named,
			ValueCodec stored) implements ValueCodec {

		@Override
		public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
			if (value instanceof Enum<?> constant) {
				this.stored.bind(statement, index, this.named ? constant.name() : (Object) constant.ordinal());
			}
			else {
				this.stored.bind(statement, index, null);
			}
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
