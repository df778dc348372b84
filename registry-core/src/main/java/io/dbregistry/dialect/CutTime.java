package io.dbregistry.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

import org.jspecify.annotations.Nullable;

/**
 * Times for a column that keeps fewer digits of a second than its product can: the rest
 * is cut off, because some products would round it up into the next second.
 *
 * @param stored the codec of the product
 * @param digits the digits of the fraction that are kept
 */
record CutTime(ValueCodec stored, int digits) implements ValueCodec {

	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		this.stored.bind(statement, index, (value instanceof Temporal time) ? cut(time, this.digits) : value);
	}

	static Temporal cut(Temporal time, int digits) {
		if (!time.isSupported(ChronoField.NANO_OF_SECOND)) {
			return time;
		}
		long unit = Math.round(Math.pow(10, 9 - digits));
		long nanos = time.getLong(ChronoField.NANO_OF_SECOND);
		return time.with(ChronoField.NANO_OF_SECOND, nanos - nanos % unit);
	}

	@Override
	public @Nullable Object read(ResultSet rows, int index) throws SQLException {
		return this.stored.read(rows, index);
	}

}
