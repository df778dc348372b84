package io.dbregistry.metadata;

import org.jspecify.annotations.Nullable;

/**
 * The type of a column, in the terms of the SQL standard; a dialect says how its product
 * spells it.
 *
 * @param kind the family of the type
 * @param length length in characters ({@code CHAR}, {@code VARCHAR}) or bytes
 * ({@code VARBINARY}); 0 where the kind has none
 * @param precision total digits ({@code DECIMAL}) or digits of the fraction of a second
 * ({@code TIME}, {@code TIMESTAMP}); 0 for the product's default
 * @param scale digits after the decimal point ({@code DECIMAL}); 0 elsewhere
 * @param definition the product's own text when {@code kind} is {@link Kind#VERBATIM},
 * else {@code null}
 */
public record ColumnType(Kind kind, int length, int precision, int scale, @Nullable String definition) {

	public ColumnType {
		if ((kind == Kind.VERBATIM) != (definition != null)) {
			throw new IllegalArgumentException(
					"A definition goes with kind VERBATIM and with no other, not with '%s'".formatted(kind));
		}
		if (length < 0 || precision < 0 || scale < 0) {
			throw new IllegalArgumentException(
					"Length %d, precision %d and scale %d must not be negative".formatted(length, precision, scale));
		}
	}

	/**
	 * A type that needs no further number.
	 * @param kind the family
	 * @return the type
	 */
	public static ColumnType of(Kind kind) {
		return new ColumnType(kind, 0, 0, 0, null);
	}

	/**
	 * A text of bounded length.
	 * @param length the greatest length in characters
	 * @return the type
	 */
	public static ColumnType varchar(int length) {
		return new ColumnType(Kind.VARCHAR, length, 0, 0, null);
	}

	/**
	 * An exact number.
	 * @param precision total digits
	 * @param scale digits after the decimal point
	 * @return the type
	 */
	public static ColumnType decimal(int precision, int scale) {
		return new ColumnType(Kind.DECIMAL, 0, precision, scale, null);
	}

	/**
	 * A type in the product's own words, used as it is.
	 * @param definition the text that stands in the DDL
	 * @return the type
	 */
	public static ColumnType verbatim(String definition) {
		return new ColumnType(Kind.VERBATIM, 0, 0, 0, definition);
	}

	/**
	 * The families of types that every supported product can store.
	 */
	public enum Kind {

		BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, CHAR, VARCHAR, CLOB, VARBINARY, BLOB, DATE,
		TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, UUID, JSON,
		/** A type in the product's own words. */
		VERBATIM

	}

}
