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

import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

/**
 * Reads classes and their annotations as definitions of models.
 */
final class ClassReader {

	private static final String ADD_MODEL = "annotate a record or a concrete class, top-level or static, with @Model";

	private final Class<?> type;

	private final Problems problems;

	private ClassReader(Class<?> type, Problems problems) {
		this.type = type;
		this.problems = problems;
	}

	/**
	 * Reads a class.
	 * @return what is declared, or {@code null} after it was reported why the class can
	 * be no model
	 */
	static @Nullable ModelDefinition read(Class<?> type, Problems problems) {
		String reason = reasonAgainst(type);
		if (reason != null) {
			problems.add(type, null, reason, ADD_MODEL);
			return null;
		}
		return new ClassReader(type, problems).read();
	}

	private ModelDefinition read() {
		Model model = this.type.getAnnotation(Model.class);
		Entity entity = this.type.getAnnotation(Entity.class);
		String name = firstGiven((model != null) ? model.name() : "", (entity != null) ? entity.name() : "",
				this.type.getSimpleName());
		ModelDefinition definition = new ModelDefinition(name, this.type);
		AttributeReader reader = new AttributeReader(definition, this.problems);
		for (Class<?> declaring : hierarchy()) {
			Vocabulary.checkType(this.type, declaring, this.problems);
			checkMethods(declaring);
			properties(declaring).forEach(reader::read);
		}
		Table table = this.type.getAnnotation(Table.class);
		if (table != null) {
			TableReader.read(table, definition);
		}
		if (model != null) {
			definition.database(model.database());
			kind(model, definition);
			schema(model, definition);
		}
		return definition;
	}

	private void kind(Model model, ModelDefinition definition) {
		if (model.reflected() && model.tenant()) {
			this.problems.add(this.type, null, "a model cannot be both reflected and of tenants",
					"remove reflected or tenant");
		}
		else if (model.reflected()) {
			definition.kind(ModelKind.REFLECTED);
		}
		else if (model.tenant()) {
			definition.kind(ModelKind.TENANT);
		}
		definition.copied(model.copy());
	}

	private void schema(Model model, ModelDefinition definition) {
		String theirs = definition.spec().schema;
		if (!model.schema().isEmpty() && !theirs.isEmpty() && !model.schema().equals(theirs)) {
			this.problems.add(this.type, null,
					"@Model names schema '%s' and @Table names '%s'".formatted(model.schema(), theirs),
					"name one schema");
		}
		definition.schema(firstGiven(model.schema(), theirs));
	}

	private static @Nullable String reasonAgainst(Class<?> type) {
		if (!type.isAnnotationPresent(Model.class) && !type.isAnnotationPresent(Entity.class)) {
			return "the class is no model: it has neither @Model nor @Entity";
		}
		if (type.isAnnotationPresent(MappedSuperclass.class)) {
			return "a @MappedSuperclass has no table of its own and cannot be a model";
		}
		if (type.isInterface() || type.isEnum() || Modifier.isAbstract(type.getModifiers())) {
			return "an interface, enum or abstract class cannot be a model";
		}
		boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
		return (inner || type.isAnonymousClass() || type.isLocalClass() && !type.isRecord())
				? "an inner class cannot be a model: its objects belong to another object" : null;
	}

	/** The superclasses that contribute, the topmost first, and the class itself. */
	private List<Class<?>> hierarchy() {
		List<Class<?>> hierarchy = new ArrayList<>(List.of(this.type));
		for (Class<?> parent = this.type.getSuperclass(); parent != null; parent = parent.getSuperclass()) {
			if (parent.isAnnotationPresent(MappedSuperclass.class)) {
				hierarchy.add(0, parent);
			}
			else if (parent.isAnnotationPresent(Model.class) || parent.isAnnotationPresent(Entity.class)) {
				this.problems.add(this.type, null, "the class extends the model '%s'".formatted(parent.getName()),
						"put what both share in a @MappedSuperclass");
			}
		}
		return hierarchy;
	}

	private List<Property> properties(Class<?> declaring) {
		List<Property> properties = new ArrayList<>();
		for (Field field : declaring.getDeclaredFields()) {
			if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
				continue;
			}
			Property property = new Property(this.type, field);
			Vocabulary.checkField(property, this.problems);
			if (!Modifier.isTransient(field.getModifiers()) && !property.has(Transient.class)) {
				properties.add(property);
			}
			else if (declaring.isRecord()) {
				this.problems.add(property, "a component of a record cannot be @Transient: every reading would lose it",
						"compute it in a method");
			}
		}
		return properties;
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
			.flatMap((field) -> Arrays.stream(field.getDeclaredAnnotations()))
			.toList();
	}

	private static String firstGiven(String... names) {
		return Arrays.stream(names).filter((name) -> !name.isEmpty()).findFirst().orElse("");
	}

}
