package io.dbregistry.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;

import io.dbregistry.model.Attribute;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Numbers as values of another type, without loss.
 */
final class Numbers {

	private static final Map<Class<?>, Function<BigDecimal, Number>> CONVERSIONS = Map.of(Byte.class,
			BigDecimal::byteValueExact, Short.class, BigDecimal::shortValueExact, Integer.class,
			BigDecimal::intValueExact, Long.class, BigDecimal::longValueExact, BigInteger.class,
			BigDecimal::toBigIntegerExact, BigDecimal.class, (value) -> value, Float.class,
			(value) -> exact(value, value.floatValue()), Double.class, (value) -> exact(value, value.doubleValue()));

	private Numbers() {
	}

	/**
	 * The same number in another type.
	 * @param attribute the attribute that is to hold it, for the message
	 * @param number the number
	 * @param type the type, primitive or not
	 * @throws IllegalArgumentException if the type has no such value
	 */
	static Number convert(Attribute attribute, Number number, Class<?> type) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (boxed == Long.class && number instanceof Integer) {
			return number.longValue();
		}
		Function<BigDecimal, Number> conversion = CONVERSIONS.get(boxed);
		try {
			if (conversion != null) {
				return conversion.apply(new BigDecimal(number.toString()));
			}
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw refused(attribute, number, type, ex);
		}
		throw refused(attribute, number, type, null);
	}

	/** A number that is written with the same digits; infinity has none. */
	private static Number exact(BigDecimal value, Number converted) {
		if (new BigDecimal(converted.toString()).compareTo(value) != 0) {
			throw new ArithmeticException("%s is nearest".formatted(converted));
		}
		return converted;
	}

	private static IllegalArgumentException refused(Attribute attribute, Number number, Class<?> type,
			@Nullable Exception cause) {
		return new IllegalArgumentException(
				"%s has values of type '%s', and '%s' is none of them; give a value that fits"
					.formatted(attribute.describe(), type.getSimpleName(), number),
				cause);
	}

}
