package io.dbregistry;

import java.util.function.Consumer;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseOpenException;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.Databases;
import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelDefinitionException;
import io.dbregistry.model.Models;
import io.dbregistry.model.NoSuchModelException;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.query.QuerySet;
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
public interface Registry {

	/**
	 * Begins a registry in plain Java. In Spring Boot, declare it under
	 * {@code registry.*} and inject it.
	 * @return a new builder
	 */
	static Builder builder() {
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
	 * The repository of a model: what is done to its objects.
	 * @param type the class of the objects
	 * @param <T> the type of the objects
	 * @return the repository, on the database the model lives in
	 * @throws NoSuchModelException if the class is not registered
	 */
	<T> ModelRepository<T> repository(Class<T> type);

	/**
	 * Begins a query over the objects of a model.
	 * @param type the class of the objects
	 * @param <T> the type of the objects
	 * @return the query, whose database and schema are fixed now
	 * @throws NoSuchModelException if the class is not registered
	 */
	default <T> QuerySet<T> query(Class<T> type) {
		return repository(type).query();
	}

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
	 * Opens all databases as {@link #open()} does, for a named holder.
	 * @param holder who opens them, shown in health and errors
	 * @return one reference to every database, to give back
	 * @throws DatabaseOpenException for the first failure in the order of declaration
	 */
	Lease open(String holder);

	/**
	 * Collects what a registry is made of. All mistakes are reported together by
	 * {@link #build()}. Not safe for use by several threads.
	 */
	interface Builder {

		/**
		 * Sets the primary database, with a pool of its own.
		 * @param url the JDBC URL
		 * @return this builder
		 */
		default Builder database(String url) {
			return database(url, (settings) -> {
			});
		}

		/**
		 * Sets the primary database, with a pool of its own.
		 * @param url the JDBC URL
		 * @param settings sets what differs from the defaults
		 * @return this builder
		 */
		Builder database(String url, Consumer<DatabaseSettings.Builder> settings);

		/**
		 * Sets the primary database to a pool that somebody else built and closes.
		 * @param dataSource the pool
		 * @return this builder
		 */
		Builder database(DataSource dataSource);

		/**
		 * Sets the primary database to one that may be shared with other registries.
		 * @param database the database, which keeps its own name and count of holders
		 * @return this builder
		 */
		Builder database(Database database);

		/**
		 * Sets the default schema of the primary, created when it is missing. A
		 * {@link Database} that is handed in brings its own.
		 * @param schema the unquoted name
		 * @return this builder
		 */
		Builder schema(String schema);

		/**
		 * Sets what all extras given by URL begin with.
		 * @param settings changes the defaults
		 * @return this builder
		 */
		Builder defaults(Consumer<DatabaseSettings.Builder> settings);

		/**
		 * Adds a further database, with a pool of its own.
		 * @param name the name: lower-case letters and digits, a letter first
		 * @param url the JDBC URL
		 * @return this builder
		 */
		default Builder extra(String name, String url) {
			return extra(name, url, (settings) -> {
			});
		}

		/**
		 * Adds a further database, with a pool of its own.
		 * @param name the name: lower-case letters and digits, a letter first
		 * @param url the JDBC URL
		 * @param settings sets what differs from the defaults
		 * @return this builder
		 */
		Builder extra(String name, String url, Consumer<DatabaseSettings.Builder> settings);

		/**
		 * Adds a further database with a pool that somebody else built and closes.
		 * @param name the name: lower-case letters and digits, a letter first
		 * @param dataSource the pool
		 * @return this builder
		 */
		Builder extra(String name, DataSource dataSource);

		/**
		 * Adds a further database that may be shared with other registries.
		 * @param name the name: lower-case letters and digits, a letter first
		 * @param database the database, which keeps its own name and count of holders
		 * @return this builder
		 */
		Builder extra(String name, Database database);

		/**
		 * Adds models.
		 * @param types records and classes annotated with {@link Model}, or
		 * {@code @Entity} classes that are to be the registry's
		 * @return this builder
		 */
		Builder models(Class<?>... types);

		/**
		 * Asks for content types, which do not exist yet: {@link #build()} refuses it.
		 * @return this builder
		 */
		Builder contentTypes();

		/**
		 * Makes the registry; opens nothing.
		 * @return the registry
		 * @throws InvalidSettingsException if anything is wrong; names all of it
		 * @throws ModelDefinitionException if only models are wrong; names all of it
		 */
		Registry build();

	}

}
