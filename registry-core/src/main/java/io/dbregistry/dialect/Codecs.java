package io.dbregistry.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.dbregistry.metadata.ColumnType;

import org.springframework.util.ClassUtils;

/**
 * The codecs of a product, by Java type.
 * <p>
 * Every product stores microseconds: finer fractions of a second are cut off here,
 * because some products would round them up into the next second; {@link CutTime} does so
 * for a column that keeps less. A point in time is stored, never an offset: an
 * {@link OffsetDateTime} comes back at UTC.
 */
final class Codecs {

	/** The digits of a second that {@link ChronoUnit#MICROS} keeps. */
	private static final int MICROSECONDS = 6;

	static final JdbcCodec<String> STRING = new JdbcCodec<>(String.class, Types.VARCHAR,
			(statement, index, value) -> statement.setString(index, wellFormed(value)), ResultSet::getString);

	static final JdbcCodec<Float> FLOAT = JdbcCodec.primitive(Float.class, Types.REAL, PreparedStatement::setFloat,
			ResultSet::getFloat);

	static final JdbcCodec<Double> DOUBLE = JdbcCodec.primitive(Double.class, Types.DOUBLE,
			PreparedStatement::setDouble, ResultSet::getDouble);

	static final JdbcCodec<BigDecimal> DECIMAL = new JdbcCodec<>(BigDecimal.class, Types.NUMERIC,
			PreparedStatement::setBigDecimal, ResultSet::getBigDecimal);

	static final JdbcCodec<LocalDateTime> DATE_TIME = new JdbcCodec<>(LocalDateTime.class, Types.TIMESTAMP,
			(statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
			(rows, index) -> rows.getObject(index, LocalDateTime.class));

	private static final JdbcCodec<byte[]> BYTES = new JdbcCodec<>(byte[].class, Types.VARBINARY,
			PreparedStatement::setBytes, ResultSet::getBytes);

	private static final JdbcCodec<Long> LONG = JdbcCodec.primitive(Long.class, Types.BIGINT,
			PreparedStatement::setLong, ResultSet::getLong);

	private static final JdbcCodec<OffsetDateTime> OFFSET_DATE_TIME = new JdbcCodec<>(OffsetDateTime.class,
			Types.TIMESTAMP_WITH_TIMEZONE, (statement, index, value) -> statement.setObject(index,
					value.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS)),
			(rows, index) -> {
				OffsetDateTime value = rows.getObject(index, OffsetDateTime.class);
				return (value != null) ? value.withOffsetSameInstant(ZoneOffset.UTC) : null;
			});

	private final Map<Class<?>, JdbcCodec<?>> byType = new LinkedHashMap<>();

	private final ValueCodec json;

	/**
	 * The codecs of the standard's types, some of them replaced.
	 * @param json how JSON text is bound and read
	 * @param replacements what the product does in its own way
	 */
	Codecs(ValueCodec json, JdbcCodec<?>... replacements) {
		this.json = json;
		numbers();
		times();
		add(STRING);
		add(BYTES);
		add(new JdbcCodec<>(UUID.class, Types.OTHER, PreparedStatement::setObject,
				(rows, index) -> rows.getObject(index, UUID.class)));
		for (JdbcCodec<?> replacement : replacements) {
			add(replacement);
		}
		DerivedCodecs.of(STRING, LONG, BYTES, codec(OffsetDateTime.class)).forEach(this::add);
	}

	@SuppressWarnings("unchecked")
	private <T> JdbcCodec<T> codec(Class<T> type) {
		return (JdbcCodec<T>) Objects.requireNonNull(this.byType.get(type));
	}

	private void numbers() {
		add(JdbcCodec.primitive(Boolean.class, Types.BOOLEAN, PreparedStatement::setBoolean, ResultSet::getBoolean));
		add(JdbcCodec.primitive(Byte.class, Types.TINYINT, PreparedStatement::setByte, ResultSet::getByte));
		add(JdbcCodec.primitive(Short.class, Types.SMALLINT, PreparedStatement::setShort, ResultSet::getShort));
		add(JdbcCodec.primitive(Integer.class, Types.INTEGER, PreparedStatement::setInt, ResultSet::getInt));
		add(LONG);
		add(FLOAT);
		add(DOUBLE);
		add(DECIMAL);
		add(JdbcCodec.via(BigInteger.class, DECIMAL, BigDecimal::new, BigDecimal::toBigIntegerExact));
	}

	private void times() {
		add(new JdbcCodec<>(LocalDate.class, Types.DATE, PreparedStatement::setObject,
				(rows, index) -> rows.getObject(index, LocalDate.class)));
		add(new JdbcCodec<>(LocalTime.class, Types.TIME,
				(statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
				(rows, index) -> rows.getObject(index, LocalTime.class)));
		add(new JdbcCodec<>(OffsetTime.class, Types.TIME_WITH_TIMEZONE,
				(statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
				(rows, index) -> rows.getObject(index, OffsetTime.class)));
		add(DATE_TIME);
		add(OFFSET_DATE_TIME);
		add(JdbcCodec.via(Instant.class, OFFSET_DATE_TIME, (value) -> value.atOffset(ZoneOffset.UTC),
				OffsetDateTime::toInstant));
	}

	private void add(JdbcCodec<?> codec) {
		this.byType.put(codec.type(), codec);
	}

	/**
	 * The codec for a column.
	 * @param product the product, for the message
	 * @param type the type of the values, primitive or not
	 * @param columnType the type of the column
	 * @return the codec
	 * @throws UnsupportedTypeException if there is none
	 */
	ValueCodec get(String product, Class<?> type, ColumnType columnType) {
		if (type == String.class && isJson(columnType)) {
			return this.json;
		}
		if (type.isArray() && ArrayCodec.isFor(columnType)) {
			return array(product, type, columnType);
		}
		ValueCodec codec = this.byType.get(ClassUtils.resolvePrimitiveIfNecessary(type));
		if (codec == null) {
			throw new UnsupportedTypeException(product, type, this.byType.keySet());
		}
		boolean rough = columnType.kind().isTime() && columnType.precision() < MICROSECONDS;
		return rough ? new CutTime(codec, columnType.precision()) : codec;
	}

	private ValueCodec array(String product, Class<?> type, ColumnType columnType) {
		Class<?> element = ClassUtils.resolvePrimitiveIfNecessary(type.getComponentType());
		if (!ArrayCodec.ELEMENTS.contains(element)) {
			throw new UnsupportedTypeException(product, type,
					ArrayCodec.ELEMENTS.stream()
						.sorted(Comparator.comparing(Class::getName))
						.map(Class::arrayType)
						.toList());
		}
		return ArrayCodec.of(type.getComponentType(), columnType, codec(element));
	}

	/**
	 * A text, unless it has half of a character: most drivers would send a question mark
	 * instead.
	 */
	static String wellFormed(String text) throws SQLDataException {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				if (Character.charCount(text.codePointAt(i)) == 1) {
					throw new SQLDataException(
							"The text has half of a surrogate pair at position %d, which no database stores; repair it"
								.formatted(i),
							"22021");
				}
				i++;
			}
		}
		return text;
	}

	private static boolean isJson(ColumnType columnType) {
		String definition = columnType.definition();
		return columnType.kind() == ColumnType.Kind.JSON || (definition != null
				&& (definition.equalsIgnoreCase("json") || definition.equalsIgnoreCase("jsonb")));
	}

}
