package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.error.NearNames;
import io.dbregistry.metadata.Column;
import io.dbregistry.model.Attribute.Embedded;
import io.dbregistry.model.Attribute.Generation;
import io.dbregistry.model.Attribute.Member;
import io.dbregistry.model.Attribute.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Compares the {@code @IdClass} of a model with its key, and binds one to the other.
 */
final class KeyTypeBinder {

	private final ModelDefinition model;

	private final Binding binding;

	private final Problems problems;

	KeyTypeBinder(ModelDefinition model, Binding binding) {
		this.model = model;
		this.binding = binding;
		this.problems = binding.problems();
	}

	/**
	 * Binds the key class.
	 * @param attributes the attributes of the model
	 * @return the class, or {@code null} when there is none or after a problem was
	 * reported
	 */
	@Nullable KeyType bind(List<Attribute> attributes) {
		Class<?> type = this.model.spec().keyClass;
		if (type == null || !isPossible(type)) {
			return null;
		}
		Map<String, Property> properties = properties(type);
		List<Member> members = members(type, properties);
		MethodHandle constructor = new MemberAccess(type, this.problems).constructor();
		if (members == null || constructor == null) {
			return null;
		}
		return new KeyType(type, inOrder(constructor, properties, members), () -> {
			List<Attribute> parts = new ArrayList<>();
			attributes.stream()
				.filter(Attribute::isKey)
				.forEach((attribute) -> parts.add(part(attribute, members.get(parts.size()))));
			return parts;
		});
	}

	private boolean isPossible(Class<?> type) {
		if (this.model.key().stream().anyMatch((key) -> key.kind() == Attribute.Kind.EMBEDDED)) {
			report("@IdClass and @EmbeddedId exclude each other", "remove @IdClass: the key is an object already");
		}
		else if (type.isInterface() || type.isEnum() || Modifier.isAbstract(type.getModifiers())
				|| type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
			report("@IdClass '%s' is an interface, enum, abstract or inner class".formatted(type.getName()),
					"use a record, or a concrete top-level or static class");
		}
		else {
			return true;
		}
		return false;
	}

	private static Map<String, Property> properties(Class<?> type) {
		Map<String, Property> properties = new LinkedHashMap<>();
		for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
			for (Field field : declaring.getDeclaredFields()) {
				if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
					properties.putIfAbsent(field.getName(), new Property(type, field));
				}
			}
		}
		return properties;
	}

	/**
	 * The members of the key class, in the order of the key.
	 * @return the members, or {@code null} after a problem was reported
	 */
	private @Nullable List<Member> members(Class<?> type, Map<String, Property> properties) {
		List<Member> members = new ArrayList<>();
		List<String> names = this.model.key().stream().map(AttributeDefinition::name).toList();
		for (AttributeDefinition key : this.model.key()) {
			Property property = properties.get(key.name());
			if (property == null) {
				report("@IdClass '%s' has no '%s' (%s)".formatted(type.getName(), key.name(),
						NearNames.describe(key.name(), List.copyOf(properties.keySet()))), "add it");
			}
			else if (isSame(key, property)) {
				Member member = new MemberAccess(type, this.problems).member(property, AttributePath.of(key));
				if (member != null) {
					members.add(member);
				}
			}
		}
		properties.keySet()
			.stream()
			.filter((name) -> !names.contains(name))
			.forEach(
					(name) -> report(
							"'%s' of @IdClass '%s' is no part of the key ('%s')".formatted(name, type.getName(),
									String.join("', '", names)),
							"remove it, or mark the attribute of the model with @Id"));
		return (members.size() == names.size() && properties.size() == names.size()) ? members : null;
	}

	private boolean isSame(AttributeDefinition key, Property property) {
		Class<?> expected = keyClass(key);
		if (expected == null) {
			if (key.isReference() && this.binding.findTarget(key) != null) {
				this.problems.add(key,
						"the key of the model it refers to has several parts and no class that '%s' could hold"
							.formatted(property),
						"give that model an @IdClass or an @EmbeddedId");
			}
			return false;
		}
		if (BasicTypes.box(property.type()) != expected) {
			report("'%s' is of type '%s', where the key has '%s'".formatted(property, property.typeName(),
					expected.getName()), "declare it so");
			return false;
		}
		return true;
	}

	/** The class of what an attribute contributes to a key, or {@code null} for none. */
	private @Nullable Class<?> keyClass(AttributeDefinition key) {
		if (!key.isReference()) {
			return BasicTypes.box(key.type());
		}
		ModelDefinition target = this.binding.findTarget(key);
		if (target == null || new KeyColumns(this.binding).of(target) == null) {
			return null;
		}
		if (target.spec().keyClass != null) {
			return target.spec().keyClass;
		}
		return (target.key().size() == 1) ? keyClass(target.key().get(0)) : null;
	}

	/** Lets the constructor of a record take its values in the order of the key. */
	private static MethodHandle inOrder(MethodHandle constructor, Map<String, Property> properties,
			List<Member> members) {
		if (constructor.type().parameterCount() == 0) {
			return constructor;
		}
		List<String> names = members.stream().map(Member::name).toList();
		int[] order = properties.keySet().stream().mapToInt(names::indexOf).toArray();
		Class<?>[] types = members.stream().map(Member::type).toArray(Class<?>[]::new);
		return MethodHandles.permuteArguments(constructor,
				MethodType.methodType(constructor.type().returnType(), types), order);
	}

	private static Attribute part(Attribute key, Member member) {
		return switch (key.kind()) {
			case REF, EAGER -> part(key.target(), member);
			default -> key.as(member);
		};
	}

	private static Attribute part(ModelType<?> target, Member member) {
		KeyType type = target.findKeyType().orElse(null);
		if (type == null) {
			return part(target.key().get(0), member);
		}
		List<Column> columns = type.attributes().stream().flatMap((part) -> part.columns().stream()).toList();
		return new Attribute(member, new Embedded(type.attributes(), type.constructor()),
				new Storage(columns, Generation.NONE, null, true, false, Coding.plain(type.type())), true, false);
	}

	private void report(String description, String action) {
		this.problems.add(this.model, description, action);
	}

}
