package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.dbregistry.model.RefLoader;

/**
 * Makes an object of the current row.
 *
 * @param <T> the type of the objects
 */
final class RowMapper<T> {

	private final MethodHandle handle;

	/**
	 * Creates a mapper.
	 * @param handle of type {@code (ResultSet, RefLoader)Object}, with {@code T}s as
	 * results
	 */
	RowMapper(MethodHandle handle) {
		this.handle = handle;
	}

	/**
	 * Makes an object.
	 * @param rows the rows, on the one to read
	 * @param loader loads what its references refer to
	 */
	@SuppressWarnings("unchecked")
	T map(ResultSet rows, RefLoader loader) throws SQLException {
		try {
			return (T) (Object) this.handle.invokeExact(rows, loader);
		}
		catch (SQLException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw Handles.unchecked(ex);
		}
	}

}
