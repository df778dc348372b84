package io.dbregistry.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;

/**
 * What the types of live columns are in Java, and which of them are the same to a model.
 */
final class LiveTypes {

	private static final Map<Kind, Class<?>> TYPES = new EnumMap<>(Map.ofEntries(Map.entry(Kind.BOOLEAN, Boolean.class),
			Map.entry(Kind.TINYINT, Byte.class), Map.entry(Kind.SMALLINT, Short.class),
			Map.entry(Kind.INTEGER, Integer.class), Map.entry(Kind.BIGINT, Long.class),
			Map.entry(Kind.REAL, Float.class), Map.entry(Kind.DOUBLE, Double.class),
			Map.entry(Kind.DECIMAL, BigDecimal.class), Map.entry(Kind.VARBINARY, byte[].class),
			Map.entry(Kind.BLOB, byte[].class), Map.entry(Kind.DATE, LocalDate.class),
			Map.entry(Kind.TIME, LocalTime.class), Map.entry(Kind.TIME_WITH_TIME_ZONE, OffsetTime.class),
			Map.entry(Kind.TIMESTAMP, LocalDateTime.class), Map.entry(Kind.TIMESTAMP_WITH_TIME_ZONE, Instant.class),
			Map.entry(Kind.UUID, UUID.class)));

	/** Types that have no kind and are numbers all the same, by how they begin. */
	private static final Map<String, Class<?>> VERBATIM = new LinkedHashMap<>();

	static {
		VERBATIM.put("numeric", BigDecimal.class);
		VERBATIM.put("decimal", BigDecimal.class);
		VERBATIM.put("bigint", BigInteger.class);
		VERBATIM.put("int", Long.class);
		VERBATIM.put("mediumint", Integer.class);
		VERBATIM.put("smallint", Integer.class);
		VERBATIM.put("tinyint", Short.class);
	}

	private static final Set<Kind> WHOLE_NUMBERS = Set.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

	private final Dialect dialect;

	LiveTypes(Dialect dialect) {
		this.dialect = dialect;
	}

	/** The class of the values of a column; a text where there is none of its own. */
	Class<?> of(Column column) {
		return of(column.type());
	}

	private Class<?> of(ColumnType type) {
		if (type.element() != null) {
			return of(type.element()).arrayType();
		}
		if (!this.dialect.hasSizedIntegers() && WHOLE_NUMBERS.contains(type.kind())) {
			return Long.class;
		}
		return (type.kind() == Kind.VERBATIM) ? verbatim(Objects.requireNonNull(type.definition()))
				: TYPES.getOrDefault(type.kind(), String.class);
	}

	private static Class<?> verbatim(String definition) {
		return VERBATIM.entrySet()
			.stream()
			.filter((entry) -> definition.matches(entry.getKey() + "\\b(?! array|\\[).*") && !definition.endsWith("]"))
			.<Class<?>>map(Map.Entry::getValue)
			.findFirst()
			.orElse(String.class);
	}

	/** Whether a column is read as text although it is none. */
	boolean isExotic(Column column) {
		return column.type().kind() == Kind.VERBATIM && of(column) == String.class
				&& family(column.type()) != Family.TEXT;
	}

	/** Whether values for one type fit in a column of another, but for their size. */
	boolean fit(ColumnType declared, ColumnType live) {
		if (declared.element() != null && live.element() != null) {
			return fit(declared.element(), live.element());
		}
		if (!this.dialect.hasSizedIntegers() && WHOLE_NUMBERS.contains(declared.kind())) {
			return WHOLE_NUMBERS.contains(live.kind());
		}
		Family family = family(declared);
		return (family != Family.NONE) ? family == family(live)
				: declared.kind() == live.kind() && Objects.equals(declared.definition(), live.definition());
	}

	private static Family family(ColumnType type) {
		return switch (type.kind()) {
			case CHAR, VARCHAR, CLOB -> Family.TEXT;
			case VARBINARY, BLOB -> Family.BYTES;
			case DECIMAL -> Family.DECIMAL;
			case VERBATIM -> switch (String.valueOf(type.definition())) {
				case "character varying" -> Family.TEXT;
				case "binary varying" -> Family.BYTES;
				case "numeric" -> Family.DECIMAL;
				default -> Family.NONE;
			};
			default -> Family.NONE;
		};
	}

	/** Types that differ only in the size of what they hold. */
	private enum Family {

		TEXT, BYTES, DECIMAL, NONE

	}

}
