package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import java.lang.reflect.RecordComponent;

import io.dbregistry.model.Attribute.Member;
import org.jspecify.annotations.Nullable;

/**
 * Makes the handles that read, fill and make the objects of a model.
 */
final class MemberAccess {

	private final Class<?> type;

	private final Problems problems;

	/**
	 * Creates an access to the objects of a model.
	 */
	MemberAccess(ModelDefinition model, Problems problems) {
		this(Objects.requireNonNullElse(model.type(), Row.class), problems);
	}

	/**
	 * Creates an access to the objects of a class.
	 */
	MemberAccess(Class<?> type, Problems problems) {
		this.type = type;
		this.problems = problems;
	}

	/**
	 * The handles of one member.
	 * @return the member, or {@code null} after a problem was reported
	 */
	@Nullable Member member(AttributeDefinition attribute) {
		Property property = attribute.findProperty();
		AttributePath path = AttributePath.of(attribute);
		return (property != null) ? member(property, path)
				: RowAccess.member(attribute.name(), path, attribute.type(), attribute.genericType());
	}

	@Nullable Member member(Property property, AttributePath path) {
		Field field = property.field();
		try {
			if (this.type.isRecord()) {
				return member(property, path, lookup(this.type).findVirtual(this.type, property.name(),
						MethodType.methodType(property.type())), null);
			}
			if (Modifier.isFinal(field.getModifiers())) {
				this.problems.add(property, "a final field cannot be filled",
						"remove 'final', make the class a record, or mark the field @Transient");
				return null;
			}
			Lookup lookup = lookup(field.getDeclaringClass());
			MethodHandle getter = lookup.unreflectGetter(field);
			MethodHandle setter = lookup.unreflectSetter(field);
			return member(property, path, getter.asType(MethodType.methodType(property.type(), this.type)),
					setter.asType(MethodType.methodType(void.class, this.type, property.type())));
		}
		catch (IllegalAccessException | NoSuchMethodException ex) {
			reportClosed(property.name(), ex);
			return null;
		}
	}

	/**
	 * The handle that makes objects.
	 * @return the handle, or {@code null} after a problem was reported
	 */
	@Nullable MethodHandle constructor() {
		if (this.type == Row.class) {
			return RowAccess.constructor();
		}
		try {
			return lookup(this.type).findConstructor(this.type, MethodType.methodType(void.class, parameters()));
		}
		catch (NoSuchMethodException ex) {
			this.problems.add(this.type, null, "the class has no constructor without parameters",
					"add one, which may be private, or make the class a record");
		}
		catch (IllegalAccessException ex) {
			reportClosed(null, ex);
		}
		return null;
	}

	private List<Class<?>> parameters() {
		RecordComponent[] components = this.type.getRecordComponents();
		return (components != null) ? Arrays.<Class<?>>asList(
				Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)) : List.of();
	}

	private void reportClosed(@Nullable String member, Exception ex) {
		this.problems.add(this.type, member, "access is refused (%s)".formatted(ex.getMessage()),
				"open package '%s' to this library in module-info.java".formatted(this.type.getPackageName()));
	}

	private static Member member(Property property, AttributePath path, MethodHandle getter,
			@Nullable MethodHandle setter) {
		return new Member(property.name(), path, property.type(), property.genericType(), getter, setter);
	}

	private static Lookup lookup(Class<?> type) throws IllegalAccessException {
		return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
	}

}
