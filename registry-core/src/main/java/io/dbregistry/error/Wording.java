package io.dbregistry.error;

import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.UUID;

/**
 * How messages speak of values and their types.
 * <p>
 * Objects of an application's classes are never printed: they may tell of people.
 */
public final class Wording {

	private Wording() {
	}

	/**
	 * Says that a value is of another type than it should be.
	 * @param subject what has values of the right type
	 * @param expected the class of these
	 * @param value the value
	 * @return for example
	 * {@code 'size' of model 'Box' has values of type 'Long', and 'big'
	 * is a 'String'; give a 'Long'}
	 */
	public static String misfit(String subject, Class<?> expected, Object value) {
		return "%s has values of type '%s', and %s; give %s".formatted(subject, expected.getSimpleName(), given(value),
				one(expected));
	}

	/**
	 * Says of which type a value is.
	 * @param value the value
	 * @return for example {@code 'big' is a 'String'}, or {@code a 'Customer' is given}
	 * when it is none of the simple values of Java
	 */
	public static String given(Object value) {
		String type = one(value.getClass());
		return isSimple(value) ? "'%s' is %s".formatted(value, type) : "%s is given".formatted(type);
	}

	/**
	 * A type with its article.
	 * @param type the type
	 * @return for example {@code an 'Integer'}
	 */
	public static String one(Class<?> type) {
		String name = type.getSimpleName();
		boolean vowel = !name.isEmpty() && "aeioAEIO".indexOf(name.charAt(0)) >= 0;
		return "%s '%s'".formatted(vowel ? "an" : "a", name);
	}

	private static boolean isSimple(Object value) {
		return value instanceof CharSequence || value instanceof Number || value instanceof Boolean
				|| value instanceof Character || value instanceof Enum<?> || value instanceof UUID
				|| value instanceof TemporalAccessor || value instanceof TemporalAmount;
	}

}
