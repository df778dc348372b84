package io.dbregistry.model;

import java.lang.reflect.Modifier;
import java.util.Arrays;

import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
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
		ClassMembers members = new ClassMembers(this.type, this.problems);
		AttributeReader reader = new AttributeReader(Place.of(definition), this.problems);
		members.properties().forEach(reader::read);
		OverrideReader overrides = new OverrideReader(definition.attributes(),
				(description, action) -> this.problems.add(definition, description, action));
		for (Class<?> declaring : new ClassMembers(this.type, new Problems()).hierarchy()) {
			overrides.read(declaring);
			for (SequenceGenerator generator : declaring.getDeclaredAnnotationsByType(SequenceGenerator.class)) {
				definition.spec().generators.add(SequenceSpec.of(generator));
			}
		}
		IdClass keyClass = this.type.getAnnotation(IdClass.class);
		if (keyClass != null) {
			definition.spec().keyClass = keyClass.value();
		}
		Table table = this.type.getAnnotation(Table.class);
		if (table != null) {
			TableReader.read(table, definition);
		}
		RenamedFrom renamed = this.type.getAnnotation(RenamedFrom.class);
		if (renamed != null) {
			definition.renamedFrom(renamed.value());
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
		definition.unchecked(model.unchecked());
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

	/** Whether a class is marked as one of a model. */
	static boolean isMarked(Class<?> type) {
		return type.isAnnotationPresent(Model.class) || type.isAnnotationPresent(Entity.class);
	}

	private static @Nullable String reasonAgainst(Class<?> type) {
		if (!isMarked(type)) {
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

	private static String firstGiven(String... names) {
		return Arrays.stream(names).filter((name) -> !name.isEmpty()).findFirst().orElse("");
	}

}
