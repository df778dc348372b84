package io.dbregistry.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.dbregistry.metadata.QualifiedName;

/**
 * The models of a registry.
 *
 * <pre>{@code
 * registry.models().register(Author.class, Book.class);
 * registry.models().onRegister("Review", model -> model.comment("of readers"));
 * registry.models().remove("Book");
 * }</pre>
 *
 * Every answer is an immutable snapshot. A registration is made as a whole or not at all,
 * and is seen as a whole. Safe for use by several threads.
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
		return from(types, new ModelSettings(List.copyOf(extras), Map.of()));
	}

	/**
	 * Reads the models from their classes.
	 * @param types records and classes, in the order of registration
	 * @param settings what they are made with
	 * @return the models, to which others can be added
	 * @throws ModelDefinitionException if anything is wrong, a reference to a class that
	 * is not among them included; names all of it
	 */
	static Models from(Collection<Class<?>> types, ModelSettings settings) {
		return new DefaultModels(settings).registerAll(types);
	}

	/**
	 * Registers models, each under a name of its own.
	 * @param types records and classes marked {@link Model}, or {@code @Entity} classes.
	 * They may refer to models that are registered later; until then using them is an
	 * {@link UnresolvedReferenceException}
	 * @return the models
	 * @throws ModelDefinitionException if anything is wrong; names all of it, and nothing
	 * is registered
	 */
	default List<ModelType<?>> register(Class<?>... types) {
		return register(Conflict.ERROR, types);
	}

	/**
	 * Makes several changes one: all of them, or none when one fails, and seen as a
	 * whole.
	 * @param work registers, removes and changes models on the thread that calls it
	 * @throws ModelDefinitionException if anything is wrong in the end; nothing changes
	 */
	void together(Runnable work);

	/**
	 * Registers models.
	 * @param conflict what becomes of those whose name is taken
	 * @param types records and classes, as in {@link #register(Class...)}
	 * @return the models registered, and those kept
	 * @throws ModelDefinitionException if anything is wrong; names all of it, and nothing
	 * is registered
	 */
	List<ModelType<?>> register(Conflict conflict, Class<?>... types);

	/**
	 * Registers a model without a class, whose objects are {@link Row}s.
	 * @param name the name of the model
	 * @param declaration declares its attributes. Without a key it gets the generated key
	 * {@code id}
	 * @return the model
	 * @throws ModelDefinitionException if anything is wrong; names all of it, and nothing
	 * is registered
	 */
	default ModelType<Row> register(String name, Consumer<ModelDefinition> declaration) {
		return register(Conflict.ERROR, name, declaration);
	}

	/**
	 * Registers a model without a class, whose objects are {@link Row}s.
	 * @param conflict what becomes of it when its name is taken
	 * @param name the name of the model
	 * @param declaration declares its attributes. Without a key it gets the generated key
	 * {@code id}
	 * @return the model
	 * @throws ModelDefinitionException if anything is wrong; names all of it, and nothing
	 * is registered
	 * @throws IllegalArgumentException if the model that is kept has a class
	 */
	ModelType<Row> register(Conflict conflict, String name, Consumer<ModelDefinition> declaration);

	/**
	 * Removes a model, never its table. Models that refer to it cannot be used until it
	 * is registered again.
	 * @param name the name
	 * @return whether there was one
	 */
	boolean remove(String name);

	/**
	 * Removes a model, never its table. Models that refer to it cannot be used until it
	 * is registered again.
	 * @param type the class of its objects
	 * @return whether there was one
	 */
	boolean remove(Class<?> type);

	/**
	 * Tells a callback of all models: now of those that are there, later of each that is
	 * registered. A model is passed to callbacks in the order of their registration, and
	 * to each once.
	 * @param callback is told, and may change the definition
	 * @return takes the callback away
	 * @throws ModelDefinitionException if a changed definition is wrong; nothing changes
	 */
	default CallbackHandle onRegister(ModelCallback callback) {
		return onRegister(Times.ALWAYS, callback);
	}

	/**
	 * Tells a callback of all models.
	 * @param times whether it is told of models that are registered later
	 * @param callback is told, and may change the definition
	 * @return takes the callback away
	 */
	CallbackHandle onRegister(Times times, ModelCallback callback);

	/**
	 * Tells a callback once of one model: now if it is there, else when it is registered.
	 * @param name the name of the model
	 * @param callback is told, and may change the definition
	 * @return takes the callback away
	 */
	default CallbackHandle onRegister(String name, ModelCallback callback) {
		return onRegister(name, Times.ONCE, callback);
	}

	/**
	 * Tells a callback of one model.
	 * @param name the name of the model
	 * @param times whether it is told again when the model is replaced, or removed and
	 * registered again
	 * @param callback is told, and may change the definition
	 * @return takes the callback away
	 */
	CallbackHandle onRegister(String name, Times times, ModelCallback callback);

	/**
	 * Tells a callback once of one model: now if it is there, else when it is registered.
	 * @param type the class of the model
	 * @param callback is told, and may change the definition
	 * @return takes the callback away
	 */
	default CallbackHandle onRegister(Class<?> type, ModelCallback callback) {
		return onRegister(type, Times.ONCE, callback);
	}

	/**
	 * Tells a callback of one model.
	 * @param type the class of the model
	 * @param times whether it is told again when the model is replaced, or removed and
	 * registered again
	 * @param callback is told, and may change the definition
	 * @return takes the callback away
	 */
	CallbackHandle onRegister(Class<?> type, Times times, ModelCallback callback);

	/**
	 * Drops what was derived from the definitions: tables and attributes, and with them
	 * what queries compiled. The models stay the same objects, with other
	 * {@link ModelType#revision() revisions}. Needed only when a definition depends on
	 * something outside, such as a {@link NamingStrategy} whose answers changed.
	 */
	void invalidate();

	/**
	 * Copies these models, their relations, and callbacks that are still to be told. What
	 * happens to the copy does not concern these, nor the other way round; its models
	 * refer to each other. No callback is told of copies.
	 * @return the copy, without the models and attributes that stay out of copies
	 */
	Models copy();

	/**
	 * Says why models may be missing for now. Replaces what was said before.
	 * @param explanation asked each time that there is no model of a name; an empty text
	 * when none are
	 */
	void explainMissing(Supplier<String> explanation);

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
	 * A model seen as one whose objects are rows. References are {@link Ref}s in them,
	 * collections are left out.
	 * @param name the name of a model, with a class or without
	 * @return the model with rows as objects
	 * @throws NoSuchModelException if there is none; names those that are near
	 */
	ModelType<Row> rows(String name);

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
	 * All models but those that patterns made: the declared ones and the join models made
	 * for them, the reflected ones, those of tenants.
	 * @return the models by kind, those of a kind in the order of registration
	 */
	List<ModelType<?>> all();

	/**
	 * The models of a kind.
	 * @param kind the kind
	 * @return the models in the order of registration
	 */
	List<ModelType<?>> of(ModelKind kind);

	/**
	 * Tells states of these models apart. What is derived from all of them holds as long
	 * as this stays the same.
	 * @return a number that changes with each registration, removal and change
	 */
	long revision();

	/**
	 * The names of the tables of all models but those that patterns made.
	 * @return the unquoted names, with the schema that a model is fixed to, in the order
	 * of the models
	 */
	default List<QualifiedName> tableNames() {
		return all().stream().map((model) -> model.table().name()).distinct().toList();
	}

	/**
	 * The models that live in a database.
	 * @param database the name of an extra database, or {@code primary}
	 * @return an immutable list in the order of {@link #all()}, empty for a name without
	 * models
	 */
	default List<ModelType<?>> in(String database) {
		return all().stream().filter((model) -> model.home().equals(database)).toList();
	}

	/**
	 * The names of all models but those that patterns made.
	 * @return the names in the order of {@link #all()}
	 */
	default List<String> names() {
		return all().stream().map(ModelType::name).toList();
	}

}
