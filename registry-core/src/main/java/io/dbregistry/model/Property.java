package io.dbregistry.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.ResolvableType;

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

	/** The class of the values; type variables stand for what the model gives them. */
	Class<?> type() {
		return ResolvableType.forField(this.field, this.model).toClass();
	}

	Type genericType() {
		return GenericTypeResolver.resolveType(this.field.getGenericType(), this.model);
	}

	/** Whether the type is a variable that nobody gives a type. */
	boolean hasOpenType() {
		return genericType() instanceof TypeVariable<?>;
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
		return (has(ManyToOne.class) || has(OneToOne.class)) && findInverse() == null;
	}

	/** The relation whose column is on the other side, or {@code null} for any other. */
	@Nullable OneToOne findInverse() {
		OneToOne relation = find(OneToOne.class);
		return (relation != null && !relation.mappedBy().isEmpty()) ? relation : null;
	}

	boolean isRef() {
		return type() == Ref.class;
	}

	/** The type of the values for messages. */
	String typeName() {
		return genericType().getTypeName();
	}

	boolean isCollection() {
		return has(OneToMany.class) || has(ManyToMany.class);
	}

	boolean isEmbedded() {
		return has(Embedded.class) || has(EmbeddedId.class) || type().isAnnotationPresent(Embeddable.class);
	}

	/**
	 * The class a reference leads to, or {@code null} for a {@link Ref} that does not
	 * say.
	 */
	@Nullable Class<?> target() {
		ManyToOne manyToOne = find(ManyToOne.class);
		OneToOne oneToOne = find(OneToOne.class);
		Class<?> given = (manyToOne != null) ? manyToOne.targetEntity()
				: (oneToOne != null) ? oneToOne.targetEntity() : void.class;
		return (given != void.class) ? given : declaredTarget();
	}

	private @Nullable Class<?> declaredTarget() {
		if (!isRef()) {
			return type();
		}
		return (genericType() instanceof ParameterizedType parameterized
				&& parameterized.getActualTypeArguments()[0] instanceof Class<?> target) ? target : null;
	}

	/** Whether the declared type can hold what leads to a class. */
	boolean canRefer(Class<?> target) {
		Class<?> declared = declaredTarget();
		return declared == null || (isRef() ? declared == target : declared.isAssignableFrom(target));
	}

	@Override
	public String toString() {
		return this.model.getName() + "." + name();
	}

}
