package io.dbregistry.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How the values of an attribute become JSON and are made of it again. Which form it is
 * depends on the declared type alone: another library on the class path never changes
 * what is stored.
 */
public enum JsonForm {

	/** Maps, lists, texts, truth values and numbers, which need no library. */
	PLAIN,

	/** Objects of any other class, by Jackson 3. */
	MAPPED;

	/**
	 * The form of an attribute that is no enum and has no converter.
	 * @return the form, or {@code null} when it is not stored as JSON
	 */
	static @Nullable JsonForm of(AttributeDefinition attribute) {
		String definition = attribute.spec().definition.toLowerCase(Locale.ROOT);
		if (!definition.startsWith("json") || BasicTypes.isStored(attribute.type())) {
			return null;
		}
		return isPlain(attribute.genericType()) ? PLAIN : MAPPED;
	}

	private static boolean isPlain(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			return isPlain(parameterized.getRawType()) && isPlain(arguments[arguments.length - 1])
					&& (arguments.length == 1 || arguments[0] == String.class);
		}
		if (type instanceof WildcardType wildcard) {
			return isPlain(wildcard.getUpperBounds()[0]);
		}
		return type instanceof Class<?> raw
				&& (raw.isAssignableFrom(LinkedHashMap.class) || raw.isAssignableFrom(ArrayList.class)
						|| raw == String.class || raw == Boolean.class || Number.class.isAssignableFrom(raw));
	}

}
