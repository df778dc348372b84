package io.dbregistry.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The members of annotations. Each column of each model is declared by the same few
 * annotations, whose members reflection would copy anew at every look.
 */
final class AnnotationMembers {

	/**
	 * Nothing of ours, so that the class of an annotation keeps no class loader alive.
	 */
	private static final ClassValue<List<Method>> MEMBERS = new ClassValue<>() {

		@Override
		protected List<Method> computeValue(Class<?> type) {
			return Arrays.stream(type.getDeclaredMethods()).sorted(Comparator.comparing(Method::getName)).toList();
		}

	};

	private AnnotationMembers() {
	}

	/** The members, sorted by name: reflection promises no order. */
	static List<Method> of(Annotation annotation) {
		return MEMBERS.get(annotation.annotationType());
	}

	/** The annotations in a member: itself, those of an array, or none. */
	static List<Annotation> nested(Annotation annotation, Method member) {
		Class<?> type = member.getReturnType();
		if (type.isAnnotation()) {
			return List.of((Annotation) value(annotation, member));
		}
		return (type.isArray() && type.getComponentType().isAnnotation())
				? List.of((Annotation[]) value(annotation, member)) : List.of();
	}

	static Object value(Annotation annotation, Method member) {
		try {
			return member.invoke(annotation);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("'%s' of %s cannot be read".formatted(member.getName(), annotation), ex);
		}
	}

}
