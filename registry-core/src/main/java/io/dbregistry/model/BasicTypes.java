package io.dbregistry.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import jakarta.persistence.EnumType;
import jakarta.persistence.Lob;
import org.jspecify.annotations.Nullable;

/**
 * Which type of column holds which type of Java.
 */
final class BasicTypes {

	private static final int DECIMAL_PRECISION = 38;

	private static final int DECIMAL_SCALE = 2;

	/** The types of version attributes. */
	static final Set<Class<?>> COUNTERS = Set.of(Short.class, Integer.class, Long.class);

	/** The types of keys that a database can count up. */
	static final Set<Class<?>> WHOLE_NUMBERS = Set.of(Byte.class, Short.class, Integer.class, Long.class);

	private static final Map<Class<?>, Class<?>> BOXES = Map.of(boolean.class, Boolean.class, byte.class, Byte.class,
			short.class, Short.class, int.class, Integer.class, long.class, Long.class, float.class, Float.class,
			double.class, Double.class, char.class, Character.class);

	private static final Map<Class<?>, Function<ColumnSpec, ColumnType>> TYPES = new LinkedHashMap<>();

	static {
		plain(Boolean.class, Kind.BOOLEAN);
		plain(Byte.class, Kind.TINYINT);
		plain(Short.class, Kind.SMALLINT);
		plain(Integer.class, Kind.INTEGER);
		plain(Long.class, Kind.BIGINT);
		plain(Float.class, Kind.REAL);
		plain(Double.class, Kind.DOUBLE);
		plain(LocalDate.class, Kind.DATE);
		plain(UUID.class, Kind.UUID);
		time(LocalTime.class, Kind.TIME);
		time(LocalDateTime.class, Kind.TIMESTAMP);
		time(Instant.class, Kind.TIMESTAMP_WITH_TIME_ZONE);
		time(OffsetDateTime.class, Kind.TIMESTAMP_WITH_TIME_ZONE);
		TYPES.put(BigDecimal.class, BasicTypes::decimal);
		TYPES.put(BigInteger.class,
				(spec) -> ColumnType.decimal((spec.precision > 0) ? spec.precision : DECIMAL_PRECISION, 0));
		TYPES.put(Character.class, (spec) -> ColumnType.character(1));
		TYPES.put(String.class, (spec) -> ColumnType.varchar(spec.length));
		TYPES.put(byte[].class, (spec) -> ColumnType.varbinary(spec.length));
	}

	private BasicTypes() {
	}

	private static void plain(Class<?> type, Kind kind) {
		TYPES.put(type, (spec) -> ColumnType.of(kind));
	}

	private static void time(Class<?> type, Kind kind) {
		TYPES.put(type, (spec) -> (spec.secondPrecision < 0) ? ColumnType.of(kind)
				: ColumnType.time(kind, spec.secondPrecision));
	}

	/** Without precision as in Hibernate, so that 9.99 is read as 9.99. */
	private static ColumnType decimal(ColumnSpec spec) {
		if (spec.precision > 0) {
			return ColumnType.decimal(spec.precision, spec.scale);
		}
		return ColumnType.decimal(DECIMAL_PRECISION, (spec.scale > 0) ? spec.scale : DECIMAL_SCALE);
	}

	static Class<?> box(Class<?> type) {
		return BOXES.getOrDefault(type, type);
	}

	/**
	 * The type of the column of an attribute that is no reference.
	 * @return the type, or {@code null} after a problem was reported
	 */
	static @Nullable ColumnType columnType(AttributeDefinition attribute, Problems problems) {
		ColumnSpec spec = attribute.spec();
		Class<?> type = box(attribute.type());
		boolean json = Map.class.isAssignableFrom(type) || List.class.isAssignableFrom(type);
		Function<ColumnSpec, ColumnType> known = type.isEnum() ? (any) -> enumeration(attribute, any) : TYPES.get(type);
		if (!hasPossibleNumbers(attribute, problems)) {
			return null;
		}
		if (json) {
			if (!spec.definition.toLowerCase(Locale.ROOT).startsWith("json")) {
				problems.add(attribute, "type '%s' can be stored as JSON only".formatted(attribute.typeName()),
						"add @Column(columnDefinition = \"json\"), or make it a model of its own");
				return null;
			}
			return ColumnType.of(Kind.JSON);
		}
		if (known == null) {
			problems.add(attribute, "type '%s' cannot be stored (supported: %s, enums)".formatted(attribute.typeName(),
					TYPES.keySet().stream().map(Class::getSimpleName).toList()), instead(type));
			return null;
		}
		if (!spec.definition.isEmpty()) {
			return spec.definition.equalsIgnoreCase("json") ? ColumnType.of(Kind.JSON)
					: ColumnType.verbatim(spec.definition);
		}
		return attribute.isLarge() ? large(attribute, type, problems) : known.apply(spec);
	}

	private static ColumnType enumeration(AttributeDefinition attribute, ColumnSpec spec) {
		return (attribute.enumType() == EnumType.STRING) ? ColumnType.varchar(spec.length)
				: ColumnType.of(Kind.SMALLINT);
	}

	private static @Nullable ColumnType large(AttributeDefinition attribute, Class<?> type, Problems problems) {
		if (type == String.class) {
			return ColumnType.of(Kind.CLOB);
		}
		if (type == byte[].class) {
			return ColumnType.of(Kind.BLOB);
		}
		problems.add(attribute,
				"@Lob is not possible on type '%s' (possible: String, byte[])".formatted(attribute.typeName()),
				"remove @Lob");
		return null;
	}

	private static boolean hasPossibleNumbers(AttributeDefinition attribute, Problems problems) {
		ColumnSpec spec = attribute.spec();
		if (spec.length < 1) {
			problems.add(attribute, "@Column(length = %d) is not possible".formatted(spec.length),
					"use a length of at least 1");
		}
		else if (spec.precision < 0 || spec.scale < 0 || spec.precision > 0 && spec.scale > spec.precision) {
			problems.add(attribute,
					"@Column(precision = %d, scale = %d) is not possible".formatted(spec.precision, spec.scale),
					"use a precision of at least 1 and a scale between 0 and the precision");
		}
		else if (spec.secondPrecision > 6) {
			problems.add(attribute, "@Column(secondPrecision = %d) is not possible".formatted(spec.secondPrecision),
					"use 0 to 6 digits, which all products can store");
		}
		else {
			return true;
		}
		return false;
	}

	private static String instead(Class<?> type) {
		return switch (type.getName()) {
			case "java.util.Date", "java.util.Calendar", "java.sql.Timestamp", "java.time.ZonedDateTime" ->
				"use Instant or OffsetDateTime";
			case "java.sql.Date" -> "use LocalDate";
			case "java.sql.Time", "java.time.OffsetTime" -> "use LocalTime";
			case "java.time.Duration" -> "store its length as a long";
			case "java.util.Optional" -> "use the type inside, which may be null";
			default -> "use one of these, or mark it @Transient";
		};
	}

}
