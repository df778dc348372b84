package io.dbregistry.dialect;

import java.util.EnumMap;
import java.util.Map;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;

/**
 * The names of types, as formats of length, precision, scale and the name of the
 * elements, in this order.
 */
final class TypeNames {

	private static final Map<Kind, String> STANDARD = Map.ofEntries(Map.entry(Kind.BOOLEAN, "boolean"),
			Map.entry(Kind.TINYINT, "tinyint"), Map.entry(Kind.SMALLINT, "smallint"),
			Map.entry(Kind.INTEGER, "integer"), Map.entry(Kind.BIGINT, "bigint"), Map.entry(Kind.REAL, "real"),
			Map.entry(Kind.DOUBLE, "double precision"), Map.entry(Kind.DECIMAL, "numeric(%2$d, %3$d)"),
			Map.entry(Kind.CHAR, "char(%1$d)"), Map.entry(Kind.VARCHAR, "varchar(%1$d)"),
			Map.entry(Kind.CLOB, "character large object"), Map.entry(Kind.VARBINARY, "varbinary(%1$d)"),
			Map.entry(Kind.BLOB, "binary large object"), Map.entry(Kind.DATE, "date"),
			Map.entry(Kind.TIME, "time(%2$d)"), Map.entry(Kind.TIMESTAMP, "timestamp(%2$d)"),
			Map.entry(Kind.TIMESTAMP_WITH_TIME_ZONE, "timestamp(%2$d) with time zone"), Map.entry(Kind.UUID, "uuid"),
			Map.entry(Kind.TIME_WITH_TIME_ZONE, "time(%2$d) with time zone"), Map.entry(Kind.JSON, "json"),
			Map.entry(Kind.ARRAY, "%4$s array"));

	private final Map<Kind, String> formats = new EnumMap<>(STANDARD);

	/**
	 * Replaces the name of a type in the standard; not safe for use by several threads.
	 */
	TypeNames with(Kind kind, String format) {
		this.formats.put(kind, format);
		return this;
	}

	String of(ColumnType type) {
		if (type.definition() != null) {
			return type.definition();
		}
		String format = this.formats.get(type.kind());
		if (format == null) {
			throw new IllegalArgumentException("No name for a column of type '%s'".formatted(type));
		}
		String element = (type.element() != null) ? of(type.element()) : "";
		return format.formatted(type.length(), type.precision(), type.scale(), element);
	}

}
