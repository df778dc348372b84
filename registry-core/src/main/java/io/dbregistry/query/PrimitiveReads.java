package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.dbregistry.model.Attribute;

/**
 * Reads columns as primitives, without boxing and in the same way for every product.
 * <p>
 * A driver gives 0 for {@code NULL}. So only behind a 0 it is asked whether there was a
 * value; all others cost nothing but the comparison.
 */
final class PrimitiveReads {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private PrimitiveReads() {
	}

	/** Whether drivers have a getter for the values of an attribute. */
	static boolean isPossible(Attribute attribute) {
		Class<?> type = attribute.type();
		return type.isPrimitive() && type != char.class && attribute.findConversion().isEmpty();
	}

	/**
	 * A handle of type {@code (ResultSet)primitive}.
	 */
	static MethodHandle read(Attribute attribute, int index) {
		Class<?> type = attribute.type();
		MethodHandle read = Handles.find(LOOKUP, type.getName() + "Of",
				MethodType.methodType(type, Misfit.class, int.class, ResultSet.class));
		return MethodHandles.insertArguments(read, 0, Misfit.of(attribute), index);
	}

	private static boolean booleanOf(Misfit misfit, int index, ResultSet rows) throws SQLException {
		boolean value = rows.getBoolean(index);
		if (!value) {
			requireValue(misfit, rows);
		}
		return value;
	}

	private static byte byteOf(Misfit misfit, int index, ResultSet rows) throws SQLException {
		byte value = rows.getByte(index);
		if (value == 0) {
			requireValue(misfit, rows);
		}
		return value;
	}

	private static short shortOf(Misfit misfit, int index, ResultSet rows) throws SQLException {
		short value = rows.getShort(index);
		if (value == 0) {
			requireValue(misfit, rows);
		}
		return value;
	}

	private static int intOf(Misfit misfit, int index, ResultSet rows) throws SQLException {
		int value = rows.getInt(index);
		if (value == 0) {
			requireValue(misfit, rows);
		}
		return value;
	}

	private static long longOf(Misfit misfit, int index, ResultSet rows) throws SQLException {
		long value = rows.getLong(index);
		if (value == 0) {
			requireValue(misfit, rows);
		}
		return value;
	}

	private static float floatOf(Misfit misfit, int index, ResultSet rows) throws SQLException {
		float value = rows.getFloat(index);
		if (value == 0) {
			requireValue(misfit, rows);
		}
		return value;
	}

	private static double doubleOf(Misfit misfit, int index, ResultSet rows) throws SQLException {
		double value = rows.getDouble(index);
		if (value == 0) {
			requireValue(misfit, rows);
		}
		return value;
	}

	private static void requireValue(Misfit misfit, ResultSet rows) throws SQLException {
		if (rows.wasNull()) {
			throw misfit.missing();
		}
	}

}
