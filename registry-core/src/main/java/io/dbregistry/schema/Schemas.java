package io.dbregistry.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.dbregistry.database.Databases;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.dialect.SchemasUnsupportedException;
import io.dbregistry.dialect.UnsupportedNameException;
import io.dbregistry.model.Models;

/**
 * The schemas of a registry's databases and the tables of its models in them.
 *
 * <pre>{@code
 * registry.schemas().createAll();               // in the primary
 * registry.schemas().createAll("analytics");    // in an extra
 * registry.schemas().create("archive", create -> create.withModels());
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
		return new DefaultSchemas(databases, models, null);
	}

	/**
	 * The schemas of some databases.
	 * @param databases the databases
	 * @param models the models that live in them
	 * @param provisioner completes what {@link #createAll()} makes in an empty schema
	 * @return the schemas
	 */
	static Schemas of(Databases databases, Models models, SchemaProvisioner provisioner) {
		return new DefaultSchemas(databases, models, provisioner);
	}

	/**
	 * Creates a schema in the primary database, without tables.
	 * @param name the exact name
	 * @throws SchemaException if it exists already, with the database's own words
	 * @throws SchemasUnsupportedException if the product has no schemas
	 * @throws UnsupportedNameException if the product cannot store that name exactly
	 */
	default void create(String name) {
		create(name, (creation) -> {
		});
	}

	/**
	 * Creates a schema in some databases, with or without tables, or in none of them:
	 * when one fails, what was made in the others is undone, and the exception says where
	 * that was not possible. Tables that others have put rows into by then stay.
	 *
	 * <pre>{@code
	 * schemas.create("tenant_a", create -> create.ifNotExists().withModels().on("primary", "analytics"));
	 * }</pre>
	 * @param name the exact name
	 * @param options says what is wanted
	 * @throws NoSuchDatabaseException if a database is not known
	 * @throws SchemaException if the schema exists already and must not, or anything else
	 * fails
	 * @throws SchemasUnsupportedException if a product has no schemas
	 * @throws UnsupportedNameException if a product cannot store a name exactly
	 */
	void create(String name, Consumer<SchemaCreation> options);

	/**
	 * Drops an empty schema of the primary database. This cannot be undone.
	 * @param name the exact name
	 * @throws ProtectedSchemaException if it is the default schema, the registry's own or
	 * one of the product's
	 * @throws SchemaException if there is none of that name or it is not empty
	 * @throws SchemasUnsupportedException if the product has no schemas
	 */
	default void drop(String name) {
		drop(name, (removal) -> {
		});
	}

	/**
	 * Drops a schema in some databases. <strong>This cannot be undone.</strong> Without
	 * {@code cascade} nothing is lost: it fails when anything is in the schema. MariaDB
	 * itself drops what is in a schema in any case; there the registry looks first, and
	 * what somebody puts in between goes too.
	 *
	 * <pre>{@code
	 * schemas.drop("tenant_a", drop -> drop.ifExists().cascade().on("primary", "analytics"));
	 * }</pre>
	 *
	 * All databases are asked before anything is dropped in any. When one fails later all
	 * the same, the exception says where the schema is gone.
	 * @param name the exact name
	 * @param options says what is wanted
	 * @throws NoSuchDatabaseException if a database is not known
	 * @throws ProtectedSchemaException if it is a default schema, the registry's own or
	 * one of the product's, in any letter case, and the drop is not forced
	 * @throws SchemaException if there is none of that name and must be, it is not empty
	 * and must be, or anything else fails
	 * @throws SchemasUnsupportedException if a product has no schemas
	 */
	void drop(String name, Consumer<SchemaRemoval> options);

	/**
	 * The schemas of the primary database, without the product's own.
	 * @return the exact names in alphabetical order, none where the product has no
	 * schemas
	 * @throws SchemaException if the database cannot be asked
	 */
	default List<String> names() {
		return names(Databases.PRIMARY);
	}

	/**
	 * The schemas of a database, without the product's own.
	 * @param database the name of the database
	 * @return the exact names in alphabetical order, none where the product has no
	 * schemas
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws SchemaException if the database cannot be asked
	 */
	List<String> names(String database);

	/**
	 * All databases, the schemas in them and the tables in those, read at this moment. An
	 * optional database that is down is in it with the reason.
	 * @return the tree
	 * @throws SchemaException if a required database cannot be asked
	 */
	SchemaTree tree();

	/**
	 * Creates the tables of the primary database's models that do not exist, the schemas
	 * they are fixed to and that of the database. When that was empty, its changelog
	 * counts as applied.
	 * @throws SchemaException if that fails; the tables made by then are dropped again,
	 * but for those that others use already, which it names
	 */
	default void createAll() {
		createAll(Databases.PRIMARY);
	}

	/**
	 * Creates the tables of the models in some databases that do not exist, the schemas
	 * they are fixed to and those of the databases. Every database is asked before
	 * anything is made in any; what was made in one stays when a later one fails all the
	 * same. The changelog of a database whose schema was empty counts as applied.
	 * @param database the name of a database
	 * @param more the names of further databases
	 * @throws NoSuchDatabaseException if a name is not known; nothing is created then
	 * @throws SchemaException if it fails; the tables made in that database by then are
	 * dropped again, but for those that others use already, which it names
	 */
	void createAll(String database, String... more);

	/**
	 * Creates the tables of the models in a database that do not exist, as
	 * {@link #createAll(String, String...)} does, and compares those that were there with
	 * the models, as {@link #validate(String, String...)} does. Nothing is read when all
	 * of them are new.
	 * @param database the name of the database
	 * @return a sentence for each difference, table by table; none is mended
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws SchemaException if the tables cannot be created or read
	 */
	List<String> createAndCompare(String database);

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
	 * neither their schemas nor the tables of others. Every database is asked before
	 * anything is dropped in any. This cannot be undone.
	 * @param database the name of a database
	 * @param more the names of further databases
	 * @throws NoSuchDatabaseException if a name is not known; nothing is dropped then
	 * @throws SchemaException if it fails, as when another table refers to one of them
	 */
	void dropAll(String database, String... more);

	/**
	 * Checks that the primary database has what its models need: their tables, columns of
	 * the same type and nullability, keys, unique constraints and foreign keys, under
	 * whatever names, and the sequences of their keys. Further tables, nullable columns,
	 * indexes and constraints do not matter.
	 * @throws SchemaMismatchException if anything is missing or different; names all of
	 * it
	 * @throws SchemaException if the database cannot be asked
	 */
	default void validate() {
		validate(Databases.PRIMARY);
	}

	/**
	 * Checks that some databases have what their models need, as {@link #validate()} does
	 * for the primary.
	 * @param database the name of a database
	 * @param more the names of further databases
	 * @throws NoSuchDatabaseException if a name is not known
	 * @throws SchemaMismatchException if anything is missing or different in any; names
	 * all of it
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
