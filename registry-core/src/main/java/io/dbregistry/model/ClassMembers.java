package io.dbregistry.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;

/**
 * The members of a class and of the superclasses that contribute to it.
 */
final class ClassMembers {

	private final Class<?> type;

	private final Problems problems;

	/**
	 * Creates the members.
	 * @param type the class of a model, or one that is embedded
	 * @param problems takes what is wrong
	 */
	ClassMembers(Class<?> type, Problems problems) {
		this.type = type;
		this.problems = problems;
	}

	/** The superclasses that contribute, the topmost first, and the class itself. */
	List<Class<?>> hierarchy() {
		List<Class<?>> hierarchy = new ArrayList<>(List.of(this.type));
		for (Class<?> parent = this.type.getSuperclass(); parent != null; parent = parent.getSuperclass()) {
			if (parent.isAnnotationPresent(MappedSuperclass.class) || parent.isAnnotationPresent(Embeddable.class)
					&& this.type.isAnnotationPresent(Embeddable.class)) {
				hierarchy.add(0, parent);
			}
			else if (ClassReader.isMarked(parent)) {
				this.problems.add(this.type, null, "the class extends the model '%s'".formatted(parent.getName()),
						"put what both share in a @MappedSuperclass");
			}
		}
		return hierarchy;
	}

	/**
	 * The members that are stored. What is said of the class is checked, too.
	 */
	List<Property> properties() {
		List<Property> properties = new ArrayList<>();
		for (Class<?> declaring : hierarchy()) {
			Vocabulary.checkType(this.type, declaring, this.problems);
			checkMethods(declaring);
			checkRenaming(declaring);
			properties.addAll(properties(declaring));
		}
		return properties;
	}

	private List<Property> properties(Class<?> declaring) {
		List<Property> properties = new ArrayList<>();
		for (Property property : declared(declaring)) {
			Vocabulary.checkField(property, this.problems);
			if (!Modifier.isTransient(property.field().getModifiers()) && !property.has(Transient.class)) {
				properties.add(property);
			}
			else if (declaring.isRecord()) {
				this.problems.add(property, "a component of a record cannot be @Transient: every reading would lose it",
						"compute it in a method");
			}
			else if (property.has(RenamedFrom.class)) {
				this.problems.add(property, "what is not stored has no column for @RenamedFrom", "remove it");
			}
		}
		return properties;
	}

	private List<Property> declared(Class<?> declaring) {
		return Arrays.stream(declaring.getDeclaredFields())
			.filter((field) -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
			.map((field) -> new Property(this.type, field))
			.toList();
	}

	private void checkRenaming(Class<?> declaring) {
		if (declaring.isAnnotationPresent(RenamedFrom.class)
				&& (declaring != this.type || !ClassReader.isMarked(declaring))) {
			this.problems.add(this.type, null,
					"@RenamedFrom is for models, '%s' has no table of its own".formatted(declaring.getName()),
					"put it on the models, or on the members whose columns were renamed");
		}
	}

	private void checkMethods(Class<?> declaring) {
		Arrays.stream(declaring.getDeclaredMethods())
			.sorted(Comparator.comparing(Method::getName))
			.forEach((method) -> Vocabulary.checkMethod(this.type, method, copied(declaring, method), this.problems));
	}

	/** The annotations that an accessor has from its component. */
	private static List<Annotation> copied(Class<?> declaring, Method method) {
		RecordComponent[] components = declaring.getRecordComponents();
		if (components != null) {
			for (RecordComponent component : components) {
				if (component.getAccessor().equals(method)) {
					return fieldAnnotations(declaring, component.getName());
				}
			}
		}
		return List.of();
	}

	private static List<Annotation> fieldAnnotations(Class<?> declaring, String name) {
		return Arrays.stream(declaring.getDeclaredFields())
			.filter((field) -> field.getName().equals(name))
			.map(Field::getDeclaredAnnotations)
			.flatMap(Arrays::stream)
			.toList();
	}

}
