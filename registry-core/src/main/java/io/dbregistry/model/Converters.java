package io.dbregistry.model;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * The converters that are applied to all values of a type: those with
 * {@code @Converter(autoApply = true)}.
 */
final class Converters {

	/** By the name of the type that they convert, its type arguments included. */
	private final Map<String, Class<?>> byType = new HashMap<>();

	private final Problems problems = new Problems();

	/**
	 * Creates converters.
	 * @param types their classes
	 */
	Converters(List<Class<?>> types) {
		new LinkedHashSet<>(types).forEach(this::add);
	}

	private void add(Class<?> type) {
		Converter marked = type.getAnnotation(Converter.class);
		ResolvableType from = ResolvableType.forClass(type).as(AttributeConverter.class).getGeneric(0);
		String name = from.toString();
		if (!AttributeConverter.class.isAssignableFrom(type)) {
			report(type, "the class is no AttributeConverter", "implement it, or leave the class out");
		}
		else if (marked == null || !marked.autoApply()) {
			report(type, "the converter is applied to nothing by itself",
					"add @Converter(autoApply = true), or leave it out and name it in @Convert");
		}
		else if (from.resolve() == null || from.hasUnresolvableGenerics()) {
			report(type, "the converter does not say which type it converts ('%s')".formatted(name),
					"extend it with a type, or leave it out and name it in @Convert");
		}
		else {
			Class<?> other = this.byType.putIfAbsent(name, type);
			if (other != null) {
				report(type, "the converter is applied to all values of type '%s', and so is '%s'".formatted(name,
						other.getName()), "leave autoApply out of one of them, and name that in @Convert");
			}
		}
	}

	private void report(Class<?> type, String description, String action) {
		this.problems.add(type, null, description, action);
	}

	/** Adds what is wrong with them. */
	void check(Problems all) {
		all.addAll(this.problems);
	}

	/**
	 * The converter of an attribute: the one it names, else the one for its type.
	 * @return the class, or {@code null} for values that are stored as they are
	 */
	@Nullable Class<?> find(AttributeDefinition attribute) {
		ValueSpec values = attribute.values();
		if (values.converter != null) {
			return values.converter;
		}
		boolean applicable = attribute.kind() == Attribute.Kind.BASIC && !attribute.isKey() && !attribute.isVersion()
				&& !values.unconverted && values.enumType == null && attribute.spec().live == null;
		return (applicable && !this.byType.isEmpty()) ? this.byType.get(typeName(attribute)) : null;
	}

	private static String typeName(AttributeDefinition attribute) {
		return attribute.type().isPrimitive() ? BasicTypes.box(attribute.type()).getName()
				: ResolvableType.forType(attribute.genericType()).toString();
	}

}
