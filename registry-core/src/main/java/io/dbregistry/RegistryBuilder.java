package io.dbregistry;

import java.util.function.Consumer;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.migration.ChangelogSettings;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelDefinitionException;
import io.dbregistry.schema.TablePattern;
import io.dbregistry.model.NamingStrategy;

/**
 * Collects what a registry is made of. All mistakes are reported together by
 * {@link #build()}. Not safe for use by several threads.
 */
public interface RegistryBuilder {

	/**
	 * Sets the primary database, with a pool of its own.
	 * @param url the JDBC URL
	 * @return this builder
	 */
	default RegistryBuilder database(String url) {
		return database(url, (settings) -> {
		});
	}

	/**
	 * Sets the primary database, with a pool of its own.
	 * @param url the JDBC URL
	 * @param settings sets what differs from the defaults
	 * @return this builder
	 */
	RegistryBuilder database(String url, Consumer<DatabaseSettings.Builder> settings);

	/**
	 * Sets the primary database to a pool that somebody else built and closes.
	 * @param dataSource the pool
	 * @return this builder
	 */
	RegistryBuilder database(DataSource dataSource);

	/**
	 * Sets the primary database to one that may be shared with other registries.
	 * @param database the database, which keeps its own name and count of holders
	 * @return this builder
	 */
	RegistryBuilder database(Database database);

	/**
	 * Sets the default schema of the primary, created when it is missing. A
	 * {@link Database} that is handed in brings its own.
	 * @param schema the unquoted name
	 * @return this builder
	 */
	RegistryBuilder schema(String schema);

	/**
	 * Sets what all extras given by URL begin with.
	 * @param settings changes the defaults
	 * @return this builder
	 */
	RegistryBuilder defaults(Consumer<DatabaseSettings.Builder> settings);

	/**
	 * Adds a further database, with a pool of its own.
	 * @param name the name: lower-case letters and digits, a letter first
	 * @param url the JDBC URL
	 * @return this builder
	 */
	default RegistryBuilder extra(String name, String url) {
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
	RegistryBuilder extra(String name, String url, Consumer<DatabaseSettings.Builder> settings);

	/**
	 * Adds a further database with a pool that somebody else built and closes.
	 * @param name the name: lower-case letters and digits, a letter first
	 * @param dataSource the pool
	 * @return this builder
	 */
	RegistryBuilder extra(String name, DataSource dataSource);

	/**
	 * Adds a further database that may be shared with other registries.
	 * @param name the name: lower-case letters and digits, a letter first
	 * @param database the database, which keeps its own name and count of holders
	 * @return this builder
	 */
	RegistryBuilder extra(String name, Database database);

	/**
	 * Says how a database is migrated, where it differs from the defaults.
	 * @param database {@code primary} or the name of an extra
	 * @param settings changes the defaults
	 * @return this builder
	 */
	RegistryBuilder changelog(String database, Consumer<ChangelogSettings.Builder> settings);

	/**
	 * Makes models of live tables, when the registry is opened.
	 * @param name the name of the pattern
	 * @param declaration says which tables, and how the models are named
	 * @return this builder
	 */
	RegistryBuilder pattern(String name, Consumer<TablePattern> declaration);

	/**
	 * Adds models.
	 * @param types records and classes annotated with {@link Model}, or {@code @Entity}
	 * classes that are to be the registry's
	 * @return this builder
	 */
	RegistryBuilder models(Class<?>... types);

	/**
	 * Adds converters that are applied to all values of a type, in all models, unless an
	 * attribute says otherwise with {@code @Convert}.
	 * @param types implementations of {@code AttributeConverter} with
	 * {@code @Converter(autoApply = true)}
	 * @return this builder
	 */
	RegistryBuilder converters(Class<?>... types);

	/**
	 * Names the tables and columns that are not given a name.
	 * @param naming the strategy, {@link NamingStrategy#SNAKE_CASE} unless set
	 * @return this builder
	 */
	RegistryBuilder naming(NamingStrategy naming);

	/**
	 * Sets how the names of tables begin that are not given one.
	 * @param prefix for example {@code app_}
	 * @return this builder
	 */
	RegistryBuilder tablePrefix(String prefix);

	/**
	 * Asks for content types, which do not exist yet: {@link #build()} refuses it.
	 * @return this builder
	 */
	RegistryBuilder contentTypes();

	/**
	 * Makes the registry; opens nothing.
	 * @return the registry
	 * @throws InvalidSettingsException if anything is wrong; names all of it
	 * @throws ModelDefinitionException if only models are wrong; names all of it
	 */
	Registry build();

}
