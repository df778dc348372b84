package io.dbregistry.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * How the values of one Java type are given to statements and read from rows of one
 * product.
 * <p>
 * Holds no state and is safe for use by several threads.
 */
public interface ValueCodec {

	/**
	 * Sets a parameter.
	 * @param statement the statement
	 * @param index the position of the parameter, from 1
	 * @param value a value of exactly the codec's type, or {@code null}
	 * @throws SQLException if the driver refuses the value
	 */
	void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

	/**
	 * Reads a column of the current row.
	 * @param rows the rows
	 * @param index the position of the column, from 1
	 * @return a value of the codec's type, or {@code null}
	 * @throws SQLException if the driver cannot make such a value
	 */
	@Nullable Object read(ResultSet rows, int index) throws SQLException;

}
