package io.dbregistry.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Numbers as values of another type, without loss.
 */
final class Numbers {

	private static final Map<Class<?>, Function<BigDecimal, Number>> CONVERSIONS = Map.of(Byte.class,
			BigDecimal::byteValueExact, Short.class, BigDecimal::shortValueExact, Integer.class,
			BigDecimal::intValueExact, Long.class, BigDecimal::longValueExact, BigInteger.class,
			BigDecimal::toBigIntegerExact, BigDecimal.class, (value) -> value, Float.class, BigDecimal::floatValue,
			Double.class, BigDecimal::doubleValue);

	private Numbers() {
	}

	/**
	 * The same number in another type.
	 * @param name the name of the attribute, for the message
	 * @param number the number
	 * @param type the type, not a primitive one
	 * @throws IllegalArgumentException if the type has no such value
	 */
	static Number convert(String name, Number number, Class<?> type) {
		if (type == Long.class && number instanceof Integer) {
			return number.longValue();
		}
		Function<BigDecimal, Number> conversion = CONVERSIONS.get(type);
		try {
			if (conversion != null) {
				return conversion.apply(new BigDecimal(number.toString()));
			}
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw refused(name, number, type, ex);
		}
		throw refused(name, number, type, null);
	}

	private static IllegalArgumentException refused(String name, Number number, Class<?> type,
			@Nullable Exception cause) {
		return new IllegalArgumentException(
				"'%s' has values of type '%s', and '%s' is none of them".formatted(name, type.getSimpleName(), number),
				cause);
	}

}
