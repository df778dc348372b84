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
 * The class of a model as it is declared.
 *
 * @param type the class
 * @param name the name of the model
 * @param database the extra database, or empty for the primary
 * @param schema the schema it is fixed to, or {@code null}
 * @param tableName the name of the table
 * @param properties the members that are stored, in order, those of superclasses first
 * @param <T> the type of the objects
 */
record ModelClass<T>(Class<T> type, String name, String database, @Nullable String schema, String tableName,
		List<Property> properties) {

	/** The name of the primary database. */
	static final String PRIMARY = "primary";

	/** The name of the database it asks for. */
	String home() {
		return database().isEmpty() ? PRIMARY : database();
	}

	private static final String ADD_MODEL = "annotate a record or a concrete class, top-level or static, with @Model";

	/**
	 * Reads a class.
	 * @return what is declared, or {@code null} after it was reported why the class can
	 * be no model
	 */
	static <T> @Nullable ModelClass<T> read(Class<T> type, Problems problems) {
		String reason = reasonAgainst(type);
		if (reason != null) {
			problems.add(type, null, reason, ADD_MODEL);
			return null;
		}
		List<Class<?>> hierarchy = hierarchy(type, problems);
		List<Property> properties = new ArrayList<>();
		for (Class<?> declaring : hierarchy) {
			Vocabulary.checkType(type, declaring, problems);
			checkMethods(type, declaring, problems);
			properties.addAll(properties(type, declaring, problems));
		}
		Model model = type.getAnnotation(Model.class);
		Entity entity = type.getAnnotation(Entity.class);
		Table table = type.getAnnotation(Table.class);
		String name = firstGiven((model != null) ? model.name() : "", (entity != null) ? entity.name() : "",
				type.getSimpleName());
		String tableName = firstGiven((table != null) ? table.name() : "", Names.snakeCase(name));
		return new ModelClass<>(type, name, (model != null) ? model.database() : "",
				schema(type, model, table, problems), tableName, List.copyOf(properties));
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
	private static List<Class<?>> hierarchy(Class<?> type, Problems problems) {
		List<Class<?>> hierarchy = new ArrayList<>(List.of(type));
		for (Class<?> parent = type.getSuperclass(); parent != null; parent = parent.getSuperclass()) {
			if (parent.isAnnotationPresent(MappedSuperclass.class)) {
				hierarchy.add(0, parent);
			}
			else if (parent.isAnnotationPresent(Model.class) || parent.isAnnotationPresent(Entity.class)) {
				problems.add(type, null, "the class extends the model '%s'".formatted(parent.getName()),
						"put what both share in a @MappedSuperclass");
			}
		}
		return hierarchy;
	}

	private static List<Property> properties(Class<?> type, Class<?> declaring, Problems problems) {
		List<Property> properties = new ArrayList<>();
		for (Field field : declaring.getDeclaredFields()) {
			if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
				continue;
			}
			Property property = new Property(type, field);
			Vocabulary.checkField(property, problems);
			if (!Modifier.isTransient(field.getModifiers()) && !property.has(Transient.class)) {
				properties.add(property);
			}
			else if (declaring.isRecord()) {
				problems.add(property, "a component of a record cannot be @Transient: every reading would lose it",
						"compute it in a method");
			}
		}
		return properties;
	}

	private static void checkMethods(Class<?> type, Class<?> declaring, Problems problems) {
		Arrays.stream(declaring.getDeclaredMethods())
			.sorted(Comparator.comparing(Method::getName))
			.forEach((method) -> Vocabulary.checkMethod(type, method, copied(declaring, method), problems));
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

	private static @Nullable String schema(Class<?> type, @Nullable Model model, @Nullable Table table,
			Problems problems) {
		String ours = (model != null) ? model.schema() : "";
		String theirs = (table != null) ? table.schema() : "";
		if (!ours.isEmpty() && !theirs.isEmpty() && !ours.equals(theirs)) {
			problems.add(type, null, "@Model names schema '%s' and @Table names '%s'".formatted(ours, theirs),
					"name one schema");
		}
		String schema = firstGiven(ours, theirs);
		return schema.isEmpty() ? null : schema;
	}

	private static String firstGiven(String... names) {
		return Arrays.stream(names).filter((name) -> !name.isEmpty()).findFirst().orElse("");
	}

	List<Property> key() {
		return this.properties.stream().filter(Property::isKey).toList();
	}

}
