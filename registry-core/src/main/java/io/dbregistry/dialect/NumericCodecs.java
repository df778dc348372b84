package io.dbregistry.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;

import org.jspecify.annotations.Nullable;

/**
 * Codecs for SQLite's numbers. Columns of numeric affinity keep whole numbers of 64 bits
 * and 15 digits of every other number. What would be changed is refused.
 */
final class NumericCodecs {

	/** SQLite stores {@code NULL} when it is given what is no number. */
	static final JdbcCodec<Float> FLOATS = JdbcCodec.via(Float.class, Codecs.FLOAT,
			(value) -> number(value, value.isNaN()), (value) -> value);

	/** SQLite stores {@code NULL} when it is given what is no number. */
	static final JdbcCodec<Double> DOUBLES = JdbcCodec.via(Double.class, Codecs.DOUBLE,
			(value) -> number(value, value.isNaN()), (value) -> value);

	private static final int DIGITS = 15;

	private static final BigDecimal MIN_WHOLE = BigDecimal.valueOf(Long.MIN_VALUE);

	private static final BigDecimal MAX_WHOLE = BigDecimal.valueOf(Long.MAX_VALUE);

	private NumericCodecs() {
	}

	private static <T> T number(T value, boolean nan) {
		if (nan) {
			throw new IllegalArgumentException("SQLite has no NaN");
		}
		return value;
	}

	/**
	 * A codec of numbers with a fraction.
	 * @param scale the least number of digits after the decimal point of what is read
	 */
	static JdbcCodec<BigDecimal> decimals(int scale) {
		return new JdbcCodec<>(BigDecimal.class, Types.NUMERIC, NumericCodecs::set, (rows, index) -> {
			BigDecimal value = get(rows, index);
			return (value != null) ? value.setScale(Math.max(value.scale(), scale)) : null;
		});
	}

	/**
	 * A codec of whole numbers.
	 */
	static JdbcCodec<BigInteger> integers() {
		return JdbcCodec.via(BigInteger.class, decimals(0), BigDecimal::new, BigDecimal::toBigIntegerExact);
	}

	private static void set(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
		if (value.stripTrailingZeros().precision() > DIGITS && !isWhole(value)) {
			throw new SQLDataException(
					"SQLite keeps 15 digits of a number, and '%s' has more; use a column of type text"
						.formatted(value.toPlainString()));
		}
		statement.setString(index, value.toPlainString());
	}

	private static boolean isWhole(BigDecimal value) {
		return value.stripTrailingZeros().scale() <= 0 && value.compareTo(MIN_WHOLE) >= 0
				&& value.compareTo(MAX_WHOLE) <= 0;
	}

	private static @Nullable BigDecimal get(ResultSet rows, int index) throws SQLException {
		Object value = rows.getObject(index);
		if (value instanceof Double number) {
			return BigDecimal.valueOf(number).stripTrailingZeros();
		}
		return (value != null) ? new BigDecimal(value.toString()) : null;
	}

}
