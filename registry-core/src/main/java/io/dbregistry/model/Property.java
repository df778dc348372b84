package io.dbregistry.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A member of a model's class as it is declared: the field of a class, or the field
 * behind a component of a record, to which the compiler copies the component's
 * annotations.
 *
 * @param model the class of the model, which may inherit the field
 * @param field the field
 */
record Property(Class<?> model, Field field) {

	String name() {
		return this.field.getName();
	}

	Class<?> type() {
		return this.field.getType();
	}

	Type genericType() {
		return this.field.getGenericType();
	}

	<A extends Annotation> @Nullable A find(Class<A> annotation) {
		return this.field.getAnnotation(annotation);
	}

	boolean has(Class<? extends Annotation> annotation) {
		return this.field.isAnnotationPresent(annotation);
	}

	boolean isKey() {
		return has(Id.class);
	}

	boolean isVersion() {
		return has(Version.class);
	}

	boolean isReference() {
		return has(ManyToOne.class) || has(OneToOne.class);
	}

	boolean isRef() {
		return type() == Ref.class;
	}

	/** The type of the values for messages. */
	String typeName() {
		return genericType().getTypeName();
	}

	/**
	 * The class a reference leads to, or {@code null} for a {@link Ref} that does not
	 * say.
	 */
	@Nullable Class<?> target() {
		if (!isRef()) {
			return type();
		}
		return (genericType() instanceof ParameterizedType parameterized
				&& parameterized.getActualTypeArguments()[0] instanceof Class<?> target) ? target : null;
	}

	@Override
	public String toString() {
		return this.model.getName() + "." + name();
	}

}
