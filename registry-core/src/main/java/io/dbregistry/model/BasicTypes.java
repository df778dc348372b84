package io.dbregistry.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import jakarta.persistence.Lob;
import org.jspecify.annotations.Nullable;

/**
 * Which type of column holds which type of Java.
 */
final class BasicTypes {

	private static final int DECIMAL_PRECISION = 38;

	private static final int DECIMAL_SCALE = 2;

	/** The types of version attributes. */
	static final Set<Class<?>> VERSIONS = Set.of(Short.class, Integer.class, Long.class, Instant.class,
			LocalDateTime.class);

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
		time(ZonedDateTime.class, Kind.TIMESTAMP_WITH_TIME_ZONE);
		time(OffsetTime.class, Kind.TIME_WITH_TIME_ZONE);
		plain(Duration.class, Kind.BIGINT);
		plain(Year.class, Kind.INTEGER);
		text(Period.class, "P-2147483648Y-2147483648M-2147483648D");
		text(YearMonth.class, "-999999999-12");
		text(MonthDay.class, "--12-31");
		text(ZoneOffset.class, "+18:00:00");
		text(Currency.class, "EUR");
		TYPES.put(BigDecimal.class, BasicTypes::decimal);
		TYPES.put(BigInteger.class,
				(spec) -> ColumnType.decimal((spec.precision > 0) ? spec.precision : DECIMAL_PRECISION, 0));
		TYPES.put(Character.class, (spec) -> ColumnType.character(1));
		List.of(String.class, char[].class, Character[].class, ZoneId.class, Locale.class, URI.class)
			.forEach((type) -> TYPES.put(type, (spec) -> ColumnType.varchar(spec.length)));
		List.of(byte[].class, Byte[].class)
			.forEach((type) -> TYPES.put(type, (spec) -> ColumnType.varbinary(spec.length)));
	}

	/** The types of texts and bytes that can be large. */
	private static final Map<Class<?>, Kind> LARGE = Map.of(String.class, Kind.CLOB, char[].class, Kind.CLOB,
			Character[].class, Kind.CLOB, byte[].class, Kind.BLOB, Byte[].class, Kind.BLOB);

	/** The types of the elements of arrays, without the primitive ones. */
	private static final Set<Class<?>> ELEMENTS = Set.of(Boolean.class, Short.class, Integer.class, Long.class,
			Float.class, Double.class, BigDecimal.class, String.class, LocalDate.class, LocalTime.class,
			LocalDateTime.class, Instant.class, OffsetDateTime.class, UUID.class);

	private BasicTypes() {
	}

	private static void plain(Class<?> type, Kind kind) {
		TYPES.put(type, (spec) -> ColumnType.of(kind));
	}

	/** A type that is stored as a text, none longer than the given one. */
	private static void text(Class<?> type, String longest) {
		TYPES.put(type, (spec) -> ColumnType.varchar(longest.length()));
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
	 * @param coding what stands for its values
	 * @return the type, or {@code null} after a problem was reported
	 */
	static @Nullable ColumnType columnType(AttributeDefinition attribute, Coding coding, Problems problems) {
		ColumnSpec spec = attribute.spec();
		Class<?> type = coding.type();
		Function<ColumnSpec, ColumnType> known = find(type);
		if (!hasPossibleNumbers(attribute, problems)) {
			return null;
		}
		if (coding.json() != null) {
			return ColumnType.of(Kind.JSON);
		}
		if (Map.class.isAssignableFrom(type) || List.class.isAssignableFrom(type)) {
			problems.add(attribute, "type '%s' can be stored as JSON only".formatted(attribute.typeName()),
					"add @Column(columnDefinition = \"json\"), or make it a model of its own");
			return null;
		}
		if (known == null) {
			problems.add(
					attribute, "type '%s' cannot be stored (supported: %s, enums and arrays)"
						.formatted(attribute.typeName(), TYPES.keySet().stream().map(Class::getSimpleName).toList()),
					instead(attribute, type));
			return null;
		}
		if (!spec.definition.isEmpty()) {
			return spec.definition.equalsIgnoreCase("json") ? ColumnType.of(Kind.JSON)
					: ColumnType.verbatim(spec.definition);
		}
		return attribute.values().large ? large(attribute, type, problems) : known.apply(spec);
	}

	/** Whether values of a type are stored as they are. */
	static boolean isStored(Class<?> type) {
		return find(box(type)) != null;
	}

	private static @Nullable Function<ColumnSpec, ColumnType> find(Class<?> type) {
		Function<ColumnSpec, ColumnType> known = TYPES.get(type);
		if (known != null || !type.isArray() || !ELEMENTS.contains(box(type.getComponentType()))) {
			return known;
		}
		Function<ColumnSpec, ColumnType> element = Objects.requireNonNull(TYPES.get(box(type.getComponentType())));
		return (spec) -> ColumnType.array(element.apply(spec));
	}

	private static @Nullable ColumnType large(AttributeDefinition attribute, Class<?> type, Problems problems) {
		Kind kind = LARGE.get(type);
		if (kind != null) {
			return ColumnType.of(kind);
		}
		problems.add(attribute,
				"@Lob is not possible on type '%s' (possible: String, char[], byte[] and arrays of their boxes)"
					.formatted(attribute.typeName()),
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

	private static String instead(AttributeDefinition attribute, Class<?> type) {
		return switch (type.getName()) {
			case "java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar" -> "use Instant";
			case "java.sql.Timestamp" -> "use Instant or LocalDateTime";
			case "java.sql.Date" -> "use LocalDate";
			case "java.sql.Time" -> "use LocalTime";
			case "java.sql.Blob" -> "use byte[] with @Lob";
			case "java.sql.Clob", "java.sql.NClob" -> "use String with @Lob";
			case "java.net.URL" -> "use URI";
			case "java.lang.Class" -> "store its name as a String";
			case "java.util.Optional" -> "use the type inside, which may be null";
			default -> instead(attribute.findProperty());
		};
	}

	private static String instead(@Nullable Property property) {
		if (property == null) {
			return "use one of these, or store it as JSON with columnDefinition(\"json\")";
		}
		boolean component = property.field().getDeclaringClass().isRecord();
		return component ? "use one of these, or store it as JSON with @Column(columnDefinition = \"json\")"
				: "use one of these, store it as JSON with @Column(columnDefinition = \"json\"), or mark it @Transient";
	}

}
