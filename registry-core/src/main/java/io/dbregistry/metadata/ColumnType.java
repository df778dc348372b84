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
 * (times and timestamps); 0 elsewhere
 * @param scale digits after the decimal point ({@code DECIMAL}); 0 elsewhere
 * @param definition the product's own text when {@code kind} is {@link Kind#VERBATIM},
 * else {@code null}
 * @param element the type of the elements when {@code kind} is {@link Kind#ARRAY}, else
 * {@code null}
 */
public record ColumnType(Kind kind, int length, int precision, int scale, @Nullable String definition,
		@Nullable ColumnType element) {

	/** Microseconds: what all supported products can store. */
	private static final int SECOND_DIGITS = 6;

	public ColumnType {
		if ((kind == Kind.VERBATIM) != (definition != null)) {
			throw new IllegalArgumentException(
					"A definition goes with kind VERBATIM and with no other, not with '%s'".formatted(kind));
		}
		if ((kind == Kind.ARRAY) != (element != null)) {
			throw new IllegalArgumentException(
					"An element goes with kind ARRAY and with no other, not with '%s'".formatted(kind));
		}
		if (length < 0 || precision < 0 || scale < 0) {
			throw new IllegalArgumentException(
					"Length %d, precision %d and scale %d must not be negative".formatted(length, precision, scale));
		}
	}

	/**
	 * A type that needs no further number. A time keeps microseconds.
	 * @param kind the family
	 * @return the type
	 */
	public static ColumnType of(Kind kind) {
		return new ColumnType(kind, 0, kind.isTime() ? SECOND_DIGITS : 0, 0, null, null);
	}

	/**
	 * A time of chosen precision.
	 * @param kind a kind that {@linkplain Kind#isTime() is a time}
	 * @param digits digits of the fraction of a second, 0 to 6
	 * @return the type
	 */
	public static ColumnType time(Kind kind, int digits) {
		if (!kind.isTime() || digits > SECOND_DIGITS) {
			throw new IllegalArgumentException(
					"Type '%s' cannot have %d digits of a second; a time has 0 to 6".formatted(kind, digits));
		}
		return new ColumnType(kind, 0, digits, 0, null, null);
	}

	/**
	 * A text of bounded length.
	 * @param length the greatest length in characters
	 * @return the type
	 */
	public static ColumnType varchar(int length) {
		return new ColumnType(Kind.VARCHAR, length, 0, 0, null, null);
	}

	/**
	 * A text of fixed length.
	 * @param length the length in characters
	 * @return the type
	 */
	public static ColumnType character(int length) {
		return new ColumnType(Kind.CHAR, length, 0, 0, null, null);
	}

	/**
	 * Bytes of bounded length.
	 * @param length the greatest length in bytes
	 * @return the type
	 */
	public static ColumnType varbinary(int length) {
		return new ColumnType(Kind.VARBINARY, length, 0, 0, null, null);
	}

	/**
	 * An exact number.
	 * @param precision total digits
	 * @param scale digits after the decimal point
	 * @return the type
	 */
	public static ColumnType decimal(int precision, int scale) {
		return new ColumnType(Kind.DECIMAL, 0, precision, scale, null, null);
	}

	/**
	 * A list of values of one type.
	 * @param element the type of the elements, which are no arrays themselves
	 * @return the type
	 */
	public static ColumnType array(ColumnType element) {
		if (element.kind() == Kind.ARRAY) {
			throw new IllegalArgumentException("The elements of an array cannot be arrays; use a JSON column");
		}
		return new ColumnType(Kind.ARRAY, 0, 0, 0, null, element);
	}

	/**
	 * A type in the product's own words, used as it is.
	 * @param definition the text that stands in the DDL
	 * @return the type
	 */
	public static ColumnType verbatim(String definition) {
		return new ColumnType(Kind.VERBATIM, 0, 0, 0, definition, null);
	}

	/**
	 * The type for people, such as {@code VARCHAR(20)}.
	 */
	@Override
	public String toString() {
		String name = this.kind.name().replace('_', ' ');
		return switch (this.kind) {
			case CHAR, VARCHAR, VARBINARY -> name + "(" + this.length + ")";
			case DECIMAL -> name + "(" + this.precision + ", " + this.scale + ")";
			case ARRAY -> this.element + " ARRAY";
			case VERBATIM -> String.valueOf(this.definition);
			default -> this.kind.isTime() ? name + "(" + this.precision + ")" : name;
		};
	}

	/**
	 * The families of types. Every supported product can store them, except arrays.
	 */
	public enum Kind {

		BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, CHAR, VARCHAR, CLOB, VARBINARY, BLOB, DATE,
		TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, UUID, JSON,
		/** A list of values of one type. */
		ARRAY,
		/** A type in the product's own words. */
		VERBATIM;

		/**
		 * Whether values have a fraction of a second.
		 * @return {@code true} for times of day and timestamps
		 */
		public boolean isTime() {
			return switch (this) {
				case TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> true;
				default -> false;
			};
		}

	}

}
