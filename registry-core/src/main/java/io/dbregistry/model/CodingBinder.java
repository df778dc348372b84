package io.dbregistry.model;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.Map;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Finds out what is stored for the values of attributes.
 */
final class CodingBinder {

	private static final boolean JACKSON = ClassUtils.isPresent("tools.jackson.databind.json.JsonMapper",
			CodingBinder.class.getClassLoader());

	private final Converters converters;

	private final Problems problems;

	CodingBinder(Binding binding) {
		this.converters = binding.converters();
		this.problems = binding.problems();
	}

	/**
	 * What stands for the values of an attribute.
	 * @return the coding, or {@code null} after a problem was reported
	 */
	@Nullable Coding bind(AttributeDefinition attribute) {
		Class<?> converter = this.converters.find(attribute);
		if (converter != null) {
			return convert(attribute, converter);
		}
		if (!attribute.type().isEnum()) {
			JsonForm json = JsonForm.of(attribute);
			return (json != null) ? json(attribute, json) : Coding.plain(attribute.type());
		}
		EnumValues values = EnumValues.of(attribute.type(), attribute.values().enumType);
		Fault fault = values.fault();
		if (fault != null) {
			this.problems.add(attribute, fault.description(), fault.action());
			return null;
		}
		return values.coding();
	}

	private @Nullable Coding json(AttributeDefinition attribute, JsonForm form) {
		if (form == JsonForm.MAPPED && !JACKSON) {
			this.problems.add(attribute,
					"type '%s' becomes JSON by Jackson 3, which is not on the class path (possible without: Map, List, String, Boolean, Object and the types of numbers)"
						.formatted(attribute.typeName()),
					"add the dependency 'tools.jackson.core:jackson-databind'");
			return null;
		}
		return Coding.json(attribute.type(), form);
	}

	private @Nullable Coding convert(AttributeDefinition attribute, Class<?> converter) {
		ResolvableType declared = ResolvableType.forClass(converter).as(AttributeConverter.class);
		Class<?> from = declared.getGeneric(0).resolve(Object.class);
		Class<?> stored = declared.getGeneric(1).resolve();
		if (attribute.isKey() || attribute.isVersion() || attribute.values().enumType != null) {
			this.problems.add(attribute, "@Convert is not possible together with @Id, @Version or @Enumerated",
					"remove one of them");
		}
		else if (!from.isAssignableFrom(BasicTypes.box(attribute.type()))) {
			this.problems.add(attribute, "converter '%s' converts values of type '%s', not of '%s'"
				.formatted(converter.getName(), declared.getGeneric(0), attribute.typeName()), "name another");
		}
		else if (stored == null || !BasicTypes.isStored(stored)) {
			this.problems.add(
					attribute, "converter '%s' makes values of type '%s', which cannot be stored"
						.formatted(converter.getName(), declared.getGeneric(1)),
					"let it make a String, number, time or byte[]");
		}
		else {
			Conversion conversion = conversion(attribute, converter, stored);
			return (conversion != null) ? new Coding(stored, null, Map.of(), conversion, null) : null;
		}
		return null;
	}

	@SuppressWarnings("unchecked")
	private @Nullable Conversion conversion(AttributeDefinition attribute, Class<?> converter, Class<?> stored) {
		try {
			Constructor<?> constructor = converter.getDeclaredConstructor();
			Object made = MethodHandles.privateLookupIn(converter, MethodHandles.lookup())
				.unreflectConstructor(constructor)
				.invoke();
			return new Conversion((AttributeConverter<Object, Object>) made, stored);
		}
		catch (Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			this.problems.add(attribute, "converter '%s' cannot be made (%s)".formatted(converter.getName(), ex),
					"give it a constructor without parameters that does not fail");
			return null;
		}
	}

}
