package io.dbregistry.dialect;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Arrays of values that drivers take and give as they are.
 *
 * @param type the type of the elements, primitive or not
 * @param digits the digits of a second that times keep
 * @param driver gives and takes the elements
 */
record ArrayCodec(Class<?> type, int digits, Driver driver) implements ValueCodec {

	/** The types of elements, which the drivers take and give as they are. */
	static final Set<Class<?>> ELEMENTS = Set.of(Boolean.class, Short.class, Integer.class, Long.class, Float.class,
			Double.class, BigDecimal.class, String.class, LocalDate.class, LocalTime.class, LocalDateTime.class,
			Instant.class, OffsetDateTime.class, UUID.class);

	/** What PostgreSQL calls the elements; H2 does not ask. */
	private static final Map<Kind, String> NAMES = Map.ofEntries(Map.entry(Kind.BOOLEAN, "bool"),
			Map.entry(Kind.SMALLINT, "int2"), Map.entry(Kind.INTEGER, "int4"), Map.entry(Kind.BIGINT, "int8"),
			Map.entry(Kind.REAL, "float4"), Map.entry(Kind.DOUBLE, "float8"), Map.entry(Kind.DECIMAL, "numeric"),
			Map.entry(Kind.CHAR, "bpchar"), Map.entry(Kind.VARCHAR, "varchar"), Map.entry(Kind.CLOB, "text"),
			Map.entry(Kind.DATE, "date"), Map.entry(Kind.TIME, "time"), Map.entry(Kind.TIMESTAMP, "timestamp"),
			Map.entry(Kind.TIMESTAMP_WITH_TIME_ZONE, "timestamptz"), Map.entry(Kind.UUID, "uuid"));

	private static final Pattern VERBATIM = Pattern.compile("(.+?)\\s*(\\[]|\\barray)", Pattern.CASE_INSENSITIVE);

	private static final int MICROSECONDS = 6;

	/**
	 * A codec for arrays in a column.
	 * @param type the type of the elements
	 * @param column the type of the column
	 * @param element reads an element
	 */
	static ArrayCodec of(Class<?> type, ColumnType column, ValueCodec element) {
		ColumnType stored = elementOf(column);
		String name = (stored.definition() != null) ? stored.definition()
				: Objects.requireNonNull(NAMES.get(stored.kind()), () -> "No arrays of " + stored);
		return new ArrayCodec(type, stored.kind().isTime() ? stored.precision() : MICROSECONDS,
				new OneByOne(name, element));
	}

	/** Whether a column holds arrays. */
	static boolean isFor(ColumnType column) {
		return column.kind() == Kind.ARRAY
				|| column.definition() != null && VERBATIM.matcher(column.definition()).matches();
	}

	private static ColumnType elementOf(ColumnType column) {
		if (column.element() != null) {
			return column.element();
		}
		Matcher matcher = VERBATIM.matcher(String.valueOf(column.definition()));
		return ColumnType.verbatim(matcher.matches() ? matcher.group(1) : String.valueOf(column.definition()));
	}

	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		if (value == null) {
			statement.setNull(index, Types.ARRAY);
			return;
		}
		@Nullable Object[] elements = new Object[Array.getLength(value)];
		for (int i = 0; i < elements.length; i++) {
			elements[i] = stored(Array.get(value, i));
		}
		this.driver.bind(statement, index, elements);
	}

	private @Nullable Object stored(@Nullable Object element) throws SQLException {
		if (element instanceof Temporal time) {
			return CutTime.cut(time, this.digits);
		}
		return (element instanceof String text) ? Codecs.wellFormed(text) : element;
	}

	/** A codec for a driver that takes and gives arrays as a whole. */
	ArrayCodec whole() {
		return new ArrayCodec(this.type, this.digits,
				new Whole(ClassUtils.resolvePrimitiveIfNecessary(this.type).arrayType()));
	}

	@Override
	public @Nullable Object read(ResultSet rows, int index) throws SQLException {
		@Nullable Object @Nullable [] read = this.driver.read(rows, index);
		if (read == null || this.type.arrayType().isInstance(read)) {
			return read;
		}
		Object array = Array.newInstance(this.type, read.length);
		for (int i = 0; i < read.length; i++) {
			if (read[i] == null && this.type.isPrimitive()) {
				throw new SQLDataException(
						"Element %d of an array is NULL, and its type '%s' has no such value".formatted(i, this.type),
						"22000");
			}
			Array.set(array, i, read[i]);
		}
		return array;
	}

	/** What drivers do differently. */
	sealed interface Driver {

		void bind(PreparedStatement statement, int index, @Nullable Object[] elements) throws SQLException;

		@Nullable Object @Nullable [] read(ResultSet rows, int index) throws SQLException;

	}

	/**
	 * Arrays of JDBC.
	 *
	 * @param name what the database calls the type of the elements
	 * @param element reads an element as a column of its type is read
	 */
	record OneByOne(String name, ValueCodec element) implements Driver {

		/** The column of a result set of elements that holds them. */
		private static final int VALUE = 2;

		@Override
		public void bind(PreparedStatement statement, int index, @Nullable Object[] elements) throws SQLException {
			java.sql.Array array = statement.getConnection().createArrayOf(this.name, elements);
			try {
				statement.setArray(index, array);
			}
			finally {
				array.free();
			}
		}

		@Override
		public @Nullable Object @Nullable [] read(ResultSet rows, int index) throws SQLException {
			java.sql.Array array = rows.getArray(index);
			if (array == null) {
				return null;
			}
			List<@Nullable Object> elements = new ArrayList<>();
			try (ResultSet values = array.getResultSet()) {
				while (values.next()) {
					elements.add(this.element.read(values, VALUE));
				}
			}
			finally {
				array.free();
			}
			return elements.toArray();
		}

	}

	/**
	 * Arrays of Java.
	 *
	 * @param type the type of an array
	 */
	record Whole(Class<?> type) implements Driver {

		@Override
		public void bind(PreparedStatement statement, int index, @Nullable Object[] elements) throws SQLException {
			statement.setObject(index, elements);
		}

		@Override
		public @Nullable Object @Nullable [] read(ResultSet rows, int index) throws SQLException {
			return (Object[]) rows.getObject(index, this.type);
		}

	}

}
