package io.dbregistry.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of a registry.
 * <p>
 * Every answer is an immutable snapshot. Safe for use by several threads.
 */
public interface Models {

	/**
	 * Reads the models from their classes.
	 * @param types records and classes, in the order of registration
	 * @param extras the names of the extra databases that models may live in
	 * @return the models
	 * @throws ModelDefinitionException if anything is wrong; names all of it
	 */
	static Models from(Collection<Class<?>> types, Collection<String> extras) {
		return from(types, extras, Map.of());
	}

	/**
	 * Reads the models from their classes.
	 * @param types records and classes, in the order of registration
	 * @param extras the names of the extra databases that models may live in
	 * @param defaultSchemas the schemas of models without one of their own, where they
	 * are known, by the name of the database; {@code primary} is the primary one. Two
	 * models may not have one table by way of them
	 * @return the models
	 * @throws ModelDefinitionException if anything is wrong; names all of it
	 */
	static Models from(Collection<Class<?>> types, Collection<String> extras, Map<String, String> defaultSchemas) {
		return new ModelBinder(List.copyOf(extras), Map.copyOf(defaultSchemas)).read(types);
	}

	/**
	 * A model by the class of its objects.
	 * @param type the class
	 * @param <T> the type of the objects
	 * @return the model
	 * @throws NoSuchModelException if the class is not registered
	 */
	<T> ModelType<T> get(Class<T> type);

	/**
	 * A model by its exact name.
	 * @param name the name
	 * @return the model
	 * @throws NoSuchModelException if there is none; names those that are near
	 */
	ModelType<?> get(String name);

	/**
	 * Finds a model by the class of its objects.
	 * @param type the class
	 * @param <T> the type of the objects
	 * @return the model, or empty when the class is not registered
	 */
	<T> Optional<ModelType<T>> find(Class<T> type);

	/**
	 * Finds a model by its exact name.
	 * @param name the name
	 * @return the model, or empty when there is none of that name
	 */
	Optional<ModelType<?>> find(String name);

	/**
	 * All models.
	 * @return the models in the order of registration
	 */
	List<ModelType<?>> all();

	/**
	 * The models that live in a database.
	 * @param database the name of an extra database, or {@code primary}
	 * @return an immutable list in the order of registration, empty for a name without
	 * models
	 */
	default List<ModelType<?>> in(String database) {
		return all().stream().filter((model) -> model.home().equals(database)).toList();
	}

	/**
	 * The names of all models.
	 * @return the names in the order of registration
	 */
	List<String> names();

}
