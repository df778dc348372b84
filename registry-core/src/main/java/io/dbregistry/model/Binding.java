package io.dbregistry.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What a definition is bound with: the other definitions, the names that are not given,
 * and a place for problems.
 */
final class Binding {

	private final Map<Class<?>, ModelDefinition> definitions;

	private final Function<ModelDefinition, ModelType<?>> models;

	private final Problems problems;

	/**
	 * Creates a binding.
	 * @param definitions all definitions by their class, in order
	 * @param models finds the finished model of one of them, later
	 * @param problems takes what is wrong
	 */
	Binding(Map<Class<?>, ModelDefinition> definitions, Function<ModelDefinition, ModelType<?>> models,
			Problems problems) {
		this.definitions = definitions;
		this.models = models;
		this.problems = problems;
	}

	/** The same for things whose problems are reported elsewhere. */
	Binding withoutProblems() {
		return new Binding(this.definitions, this.models, new Problems());
	}

	Problems problems() {
		return this.problems;
	}

	/** The names of all models. */
	List<String> names() {
		return this.definitions.values().stream().map(ModelDefinition::name).toList();
	}

	boolean isModel(Class<?> type) {
		return this.definitions.containsKey(type);
	}

	/** The model that a reference leads to, or {@code null} when there is none. */
	@Nullable ModelDefinition findTarget(AttributeDefinition reference) {
		Class<?> type = reference.reference().type();
		return (type != null) ? this.definitions.get(type) : null;
	}

	/** The finished model, to be asked for when all are. */
	Supplier<ModelType<?>> later(ModelDefinition definition) {
		return () -> this.models.apply(definition);
	}

	String tableName(ModelDefinition model) {
		String given = model.spec().name;
		return given.isEmpty() ? Names.snakeCase(model.name()) : given;
	}

	/** The column of an attribute that is no reference. */
	String columnName(AttributeDefinition attribute) {
		String given = attribute.spec().name;
		return given.isEmpty() ? Names.snakeCase(attribute.name()) : given;
	}

	/** A column of a reference. */
	String columnName(AttributeDefinition attribute, String referenced) {
		String given = attribute.spec().name;
		return given.isEmpty() ? Names.snakeCase(attribute.name()) + "_" + referenced : given;
	}

}
