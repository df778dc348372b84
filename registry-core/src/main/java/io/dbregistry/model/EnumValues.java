package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.EnumType;
import jakarta.persistence.EnumeratedValue;
import org.jspecify.annotations.Nullable;

/**
 * What is stored for the constants of an enum: the values of its
 * {@link EnumeratedValue @EnumeratedValue}, else names or positions.
 *
 * @param coding what is stored
 * @param fault why it cannot be, or {@code null}
 */
record EnumValues(Coding coding, @Nullable Fault fault) {

	private static final List<Class<?>> NUMBERS = List.of(byte.class, short.class, int.class);

	/**
	 * The values of an enum.
	 * @param type the enum
	 * @param given how its constants are to be stored, or {@code null} if nothing is said
	 */
	static EnumValues of(Class<?> type, @Nullable EnumType given) {
		List<Field> fields = Stream.of(type.getDeclaredFields())
			.filter((field) -> field.isAnnotationPresent(EnumeratedValue.class))
			.toList();
		if (fields.size() > 1) {
			return wrong(type, "'%s' has %d fields with @EnumeratedValue".formatted(type.getName(), fields.size()),
					"leave one");
		}
		return fields.isEmpty() ? simple(type, (given != null) ? given : EnumType.ORDINAL)
				: valued(type, fields.get(0), given);
	}

	/** By position unless asked otherwise, as Jakarta Persistence has it. */
	private static EnumValues simple(Class<?> type, EnumType enumType) {
		Map<Object, Object> constants = new LinkedHashMap<>();
		for (Object constant : type.getEnumConstants()) {
			Enum<?> known = (Enum<?>) constant;
			constants.put((enumType == EnumType.STRING) ? known.name() : (Object) (short) known.ordinal(), known);
		}
		return right((enumType == EnumType.STRING) ? String.class : Short.class, enumType, constants);
	}

	private static EnumValues valued(Class<?> type, Field field, @Nullable EnumType given) {
		String name = "@EnumeratedValue '%s' of '%s'".formatted(field.getName(), type.getName());
		if (field.getType() != String.class && !NUMBERS.contains(field.getType())) {
			return wrong(type, name + " is a '%s'".formatted(field.getType().getTypeName()),
					"make it a String, byte, short or int");
		}
		EnumType enumType = (field.getType() == String.class) ? EnumType.STRING : EnumType.ORDINAL;
		if (given != null && given != enumType) {
			return wrong(type,
					"@Enumerated(EnumType.%s) does not go with %s, a '%s'".formatted(given, name,
							field.getType().getSimpleName()),
					"remove @Enumerated: what is stored follows from the field");
		}
		Map<Object, Object> constants = new LinkedHashMap<>();
		for (Object constant : type.getEnumConstants()) {
			Object value;
			try {
				value = read(field, constant);
			}
			catch (IllegalAccessException ex) {
				return wrong(type, "access to %s is refused (%s)".formatted(name, ex.getMessage()),
						"open package '%s' to this library in module-info.java".formatted(type.getPackageName()));
			}
			if (value == null || constants.putIfAbsent(value, constant) != null) {
				return wrong(type, "%s is '%s' for more than one constant, or missing".formatted(name, value),
						"give '%s' a value of its own".formatted(constant));
			}
		}
		return right(BasicTypes.box(field.getType()), enumType, constants);
	}

	private static @Nullable Object read(Field field, Object constant) throws IllegalAccessException {
		MethodHandle getter = MethodHandles.privateLookupIn(field.getDeclaringClass(), MethodHandles.lookup())
			.unreflectGetter(field);
		try {
			return getter.invoke(constant);
		}
		catch (Throwable ex) {
			throw new IllegalStateException("'%s' cannot be read".formatted(field), ex);
		}
	}

	private static EnumValues right(Class<?> stored, EnumType enumType, Map<Object, Object> constants) {
		return new EnumValues(new Coding(stored, enumType, constants, null, null), null);
	}

	private static EnumValues wrong(Class<?> type, String description, String action) {
		return new EnumValues(Coding.plain(type), new Fault(description, action));
	}

}
