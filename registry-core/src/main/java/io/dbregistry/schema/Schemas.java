package io.dbregistry.schema;

import java.util.Optional;

import io.dbregistry.database.Databases;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.model.Models;

/**
 * The schemas of a registry's databases and the tables of its models in them.
 *
 * <pre>{@code
 * registry.schemas().createAll();               // in the primary
 * registry.schemas().createAll("analytics");    // in an extra
 * }</pre>
 *
 * What is done here is done for real, on a connection of its own: no transaction of the
 * caller, and no rollback mode, undoes it. Safe for use by several threads, and by
 * several instances that start together: what one makes, the others take. It changes no
 * table that exists: that is what migrations are for.
 */
public interface Schemas {

	/**
	 * The schemas of some databases.
	 * @param databases the databases
	 * @param models the models that live in them
	 * @return the schemas
	 */
	static Schemas of(Databases databases, Models models) {
		return new DefaultSchemas(databases, models);
	}

	/**
	 * Creates the tables of the primary database's models that do not exist, and the
	 * schemas they are fixed to.
	 * @throws SchemaException if that fails; the tables made by then are dropped again
	 */
	default void createAll() {
		createAll(Databases.PRIMARY);
	}

	/**
	 * Creates the tables of the models in some databases that do not exist, and the
	 * schemas they are fixed to.
	 * @param database the name of a database
	 * @param more the names of further databases
	 * @throws NoSuchDatabaseException if a name is not known; nothing is created then
	 * @throws SchemaException if it fails; the tables made in that database by then are
	 * dropped again
	 */
	void createAll(String database, String... more);

	/**
	 * Drops the tables of the primary database's models that exist, and nothing else:
	 * neither their schemas nor the tables of others. This cannot be undone.
	 * @throws SchemaException if that fails, as when another table refers to one of them
	 */
	default void dropAll() {
		dropAll(Databases.PRIMARY);
	}

	/**
	 * Drops the tables of the models in some databases that exist, and nothing else:
	 * neither their schemas nor the tables of others. This cannot be undone.
	 * @param database the name of a database
	 * @param more the names of further databases
	 * @throws NoSuchDatabaseException if a name is not known; nothing is dropped then
	 * @throws SchemaException if it fails, as when another table refers to one of them
	 */
	void dropAll(String database, String... more);

	/**
	 * Checks that the primary database has the tables and columns of its models.
	 * @throws SchemaMismatchException if it lacks any; names all of them
	 * @throws SchemaException if the database cannot be asked
	 */
	default void validate() {
		validate(Databases.PRIMARY);
	}

	/**
	 * Checks that some databases have the tables and columns of their models.
	 * @param database the name of a database
	 * @param more the names of further databases
	 * @throws NoSuchDatabaseException if a name is not known
	 * @throws SchemaMismatchException if anything is missing in any; names all of it
	 * @throws SchemaException if a database cannot be asked
	 */
	void validate(String database, String... more);

	/**
	 * Finds the schema of the primary database's models without one of their own.
	 * @return the configured schema, else the connection's default as it was when first
	 * asked for: {@code public} on PostgreSQL, {@code PUBLIC} on H2, the catalog on
	 * MariaDB, empty on SQLite
	 */
	default Optional<String> findDefaultName() {
		return findDefaultName(Databases.PRIMARY);
	}

	/**
	 * Finds the schema of a database's models without one of their own.
	 * @param database the name of the database
	 * @return the configured schema, else the connection's default as it was when first
	 * asked for; empty where there is none
	 * @throws NoSuchDatabaseException if the name is not known
	 */
	Optional<String> findDefaultName(String database);

}
