package io.dbregistry.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
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

	static final JdbcCodec<String> STRING = new JdbcCodec<>(String.class, Types.VARCHAR, PreparedStatement::setString,
			ResultSet::getString);

	static final JdbcCodec<BigDecimal> DECIMAL = new JdbcCodec<>(BigDecimal.class, Types.NUMERIC,
			PreparedStatement::setBigDecimal, ResultSet::getBigDecimal);

	static final JdbcCodec<LocalDateTime> DATE_TIME = new JdbcCodec<>(LocalDateTime.class, Types.TIMESTAMP,
			(statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
			(rows, index) -> rows.getObject(index, LocalDateTime.class));

	private static final JdbcCodec<OffsetDateTime> OFFSET_DATE_TIME = new JdbcCodec<>(OffsetDateTime.class,
			Types.TIMESTAMP_WITH_TIMEZONE, (statement, index, value) -> statement.setObject(index,
					value.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS)),
			(rows, index) -> {
				OffsetDateTime value = rows.getObject(index, OffsetDateTime.class);
				return (value != null) ? value.withOffsetSameInstant(ZoneOffset.UTC) : null;
			});

	private final Map<Class<?>, ValueCodec> byType = new LinkedHashMap<>();

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
		add(JdbcCodec.via(Character.class, STRING, String::valueOf, Codecs::character));
		add(new JdbcCodec<>(byte[].class, Types.VARBINARY, PreparedStatement::setBytes, ResultSet::getBytes));
		add(new JdbcCodec<>(UUID.class, Types.OTHER, PreparedStatement::setObject,
				(rows, index) -> rows.getObject(index, UUID.class)));
		for (JdbcCodec<?> replacement : replacements) {
			add(replacement);
		}
	}

	private void numbers() {
		add(JdbcCodec.primitive(Boolean.class, Types.BOOLEAN, PreparedStatement::setBoolean, ResultSet::getBoolean));
		add(JdbcCodec.primitive(Byte.class, Types.TINYINT, PreparedStatement::setByte, ResultSet::getByte));
		add(JdbcCodec.primitive(Short.class, Types.SMALLINT, PreparedStatement::setShort, ResultSet::getShort));
		add(JdbcCodec.primitive(Integer.class, Types.INTEGER, PreparedStatement::setInt, ResultSet::getInt));
		add(JdbcCodec.primitive(Long.class, Types.BIGINT, PreparedStatement::setLong, ResultSet::getLong));
		add(JdbcCodec.primitive(Float.class, Types.REAL, PreparedStatement::setFloat, ResultSet::getFloat));
		add(JdbcCodec.primitive(Double.class, Types.DOUBLE, PreparedStatement::setDouble, ResultSet::getDouble));
		add(DECIMAL);
		add(JdbcCodec.via(BigInteger.class, DECIMAL, BigDecimal::new, BigDecimal::toBigIntegerExact));
	}

	private void times() {
		add(new JdbcCodec<>(LocalDate.class, Types.DATE, PreparedStatement::setObject,
				(rows, index) -> rows.getObject(index, LocalDate.class)));
		add(new JdbcCodec<>(LocalTime.class, Types.TIME,
				(statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
				(rows, index) -> rows.getObject(index, LocalTime.class)));
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
		ValueCodec codec = this.byType.get(ClassUtils.resolvePrimitiveIfNecessary(type));
		if (codec == null) {
			throw new UnsupportedTypeException(product, type, this.byType.keySet());
		}
		boolean rough = columnType.kind().isTime() && columnType.precision() < MICROSECONDS;
		return rough ? new CutTime(codec, columnType.precision()) : codec;
	}

	/** Some products cut a trailing space off, even if it is all there is. */
	private static char character(String text) {
		return text.isEmpty() ? ' ' : text.charAt(0);
	}

	private static boolean isJson(ColumnType columnType) {
		String definition = columnType.definition();
		return columnType.kind() == ColumnType.Kind.JSON || (definition != null
				&& (definition.equalsIgnoreCase("json") || definition.equalsIgnoreCase("jsonb")));
	}

}
