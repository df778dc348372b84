package io.dbregistry;

import io.dbregistry.database.DatabaseOpenException;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.Migrations;
import io.dbregistry.model.Models;
import io.dbregistry.model.NoSuchModelException;
import io.dbregistry.model.Row;
import io.dbregistry.model.UnresolvedReferenceException;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.query.QuerySet;
import io.dbregistry.schema.MetadataSource;
import io.dbregistry.schema.Reflection;
import io.dbregistry.schema.Schemas;

/**
 * The databases of an application, the models that live in them, and what is done with
 * both.
 *
 * <pre>{@code
 * Registry registry = Registry.builder()
 * 	.database("jdbc:postgresql://localhost/app", settings -> settings.username("app").password(secret))
 * 	.extra("analytics", "jdbc:h2:mem:analytics")
 * 	.build();
 * try (Lease lease = registry.open()) {
 * 	registry.databases().get("analytics").jdbcClient().sql("select 1").query(Integer.class).single();
 * }
 * }</pre>
 *
 * Building opens nothing. Safe for use by several threads. Not a persistence context: it
 * tracks no objects and spans no transaction over two databases.
 */
public interface Registry extends MetadataSource {

	/**
	 * Begins a registry in plain Java. In Spring Boot, declare it under
	 * {@code registry.*} and inject it.
	 * @return a new builder
	 */
	static RegistryBuilder builder() {
		return new DefaultRegistryBuilder();
	}

	/**
	 * The databases: the primary one and the extras.
	 * @return the databases in the order of declaration
	 */
	Databases databases();

	/**
	 * The models, read from the classes given to the builder.
	 * @return the models in the order of registration
	 */
	Models models();

	/**
	 * The schemas of the databases and the tables of the models in them.
	 * @return what is done to them as a whole
	 */
	Schemas schemas();

	/**
	 * What the databases have, whoever made it.
	 * @return what reads their tables and compares them with the models
	 */
	Reflection reflection();

	/**
	 * The way from one release's models to the next.
	 * @return what plans and writes changelogs of Liquibase
	 */
	Migrations migrations();

	/**
	 * The repository of a model: what is done to its objects.
	 * @param type the class of the objects
	 * @param <T> the type of the objects
	 * @return the repository, on the database the model lives in
	 * @throws NoSuchModelException if the class is not registered
	 */
	<T> ModelRepository<T> repository(Class<T> type);

	/**
	 * The repository of a model, with rows as objects.
	 * @param model the name of a model, with a class or without
	 * @return the repository, on the database the model lives in
	 * @throws NoSuchModelException if there is none of that name
	 */
	ModelRepository<Row> repository(String model);

	/**
	 * Begins a query over the objects of a model.
	 * @param type the class of the objects
	 * @param <T> the type of the objects
	 * @return the query, on the database the model lives in
	 * @throws NoSuchModelException if the class is not registered
	 */
	default <T> QuerySet<T> query(Class<T> type) {
		return repository(type).query();
	}

	/**
	 * Begins a query over the rows of a model.
	 * @param model the name of a model, with a class or without
	 * @return the query, on the database the model lives in
	 * @throws NoSuchModelException if there is none of that name
	 */
	default QuerySet<Row> query(String model) {
		return repository(model).query();
	}

	/**
	 * Makes now what is otherwise made when it is first needed: for each model that lives
	 * in an open database, what reads, stores and deletes its objects. The first query
	 * then takes no longer than the next. {@link Models#invalidate()} drops it.
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 */
	void init();

	/**
	 * Copies this registry: the same databases, each with one count of holders, and
	 * models of its own that begin as these are. What is registered, changed or removed
	 * in one does not concern the other, whether it was copied before opening or after.
	 * @return the copy, of the same kind as this, which is opened by itself
	 */
	Registry copy();

	/**
	 * Opens all databases in parallel, within the time limit of each. Optional databases
	 * that are down are retried in the background. When a required one fails, all others
	 * are released in reverse order.
	 * @return one reference to every database, to give back; the last one given back
	 * closes them in reverse order
	 * @throws DatabaseOpenException for the first failure in the order of declaration;
	 * further failures are suppressed exceptions of it
	 */
	default Lease open() {
		return open("registry");
	}

	/**
	 * Opens all databases as {@link #open()} does.
	 * @param holder who opens them, shown in health and errors
	 * @return one reference to every database, to give back
	 * @throws DatabaseOpenException for the first failure in the order of declaration
	 */
	Lease open(String holder);

}
