package io.dbregistry.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.dbregistry.database.Databases;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.dialect.UnsupportedFeatureException;
import io.dbregistry.model.Models;
import io.dbregistry.model.UnresolvedReferenceException;
import io.dbregistry.schema.MetadataSource;
import io.dbregistry.schema.Reflection;
import io.dbregistry.schema.SchemaException;
import io.dbregistry.schema.SchemaProvisioner;

/**
 * Writes changelogs of Liquibase from models: what they ask for and the committed state
 * of a database does not have yet.
 *
 * <pre>{@code
 * registry.migrations().generate("primary", "add_score");
 * }</pre>
 *
 * For the primary, {@code db/changelog/0002_add_score.yaml} is written, included by
 * {@code db.changelog-master.yaml} beside it, and the state that it leads to is
 * {@code db/registry/primary.yaml}; an extra has a folder of its name in
 * {@code db/changelog}. All are for people to review, and to be committed together. The
 * statements are those of one product, which the state names. Only files are read and
 * written, and databases read if asked for: Liquibase applies them. Safe for use by
 * several threads, but not several at once for one database. Every method needs SnakeYAML
 * on the class path, and throws a {@link MissingYamlException} without it.
 */
public interface Migrations {

	/**
	 * The migrations of some databases and models.
	 * @param databases the databases
	 * @param models the models that live in them
	 * @param metadata what the models say of the databases
	 * @param reflection reads what the databases have
	 * @param changelogs how databases are migrated, by their names; the others by the
	 * defaults
	 * @return what plans, writes and applies their migrations
	 */
	static Migrations of(Databases databases, Models models, MetadataSource metadata, Reflection reflection,
			Map<String, ChangelogSettings> changelogs) {
		return new DefaultMigrations(databases, models, metadata, reflection, changelogs);
	}

	/**
	 * What says in the history of a schema that was empty, and has all tables now, that
	 * the changelog was applied.
	 * @param databases the databases
	 * @param changelogs how databases are migrated, by their names; the others by the
	 * defaults
	 * @return what completes such a schema
	 */
	static SchemaProvisioner provisioner(Databases databases, Map<String, ChangelogSettings> changelogs) {
		return new NewSchemaStamp(databases, changelogs);
	}

	/**
	 * Plans what {@link #generate} would write.
	 * @param database the name of the database
	 * @return the plan, without steps when the state has what the models ask for
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 * @throws StateFileException if the state cannot be read or does not fit the
	 * changelogs beside it
	 * @throws MigrationRefusedException if no migration could work
	 */
	default MigrationPlan plan(String database) {
		return plan(database, (options) -> {
		});
	}

	/**
	 * Plans what {@link #generate} would write.
	 * @param database the name of the database
	 * @param options says where the files are, and what is allowed
	 * @return the plan, without steps when the state has what the models ask for
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 * @throws StateFileException if the state cannot be read or does not fit the
	 * changelogs beside it
	 * @throws MigrationRefusedException if no migration could work
	 */
	MigrationPlan plan(String database, Consumer<MigrationOptions> options);

	/**
	 * Writes the next migration in {@code src/main/resources}.
	 * @param database the name of the database
	 * @param name what it is about, of lower-case letters, digits and underscores
	 * @return the files that were written: the changelog, the one that includes it, the
	 * state; none when there is nothing to do
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 * @throws StateFileException if the state cannot be read or does not fit the
	 * changelogs beside it
	 * @throws MigrationRefusedException if no migration could work
	 */
	default List<Path> generate(String database, String name) {
		return generate(database, name, (options) -> {
		});
	}

	/**
	 * Writes the next migration.
	 * @param database the name of the database
	 * @param name what it is about, of lower-case letters, digits and underscores
	 * @param options says where the files are, and what is allowed
	 * @return the files that were written: the changelog, the one that includes it, the
	 * state; only the state when the database that is asked has everything already; none
	 * when there is nothing to do
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 * @throws StateFileException if the state cannot be read or does not fit the
	 * changelogs beside it
	 * @throws MigrationRefusedException if no migration could work
	 */
	List<Path> generate(String database, String name, Consumer<MigrationOptions> options);

	/**
	 * Makes sure that nothing is to be generated for a database, nor for its tenants: a
	 * test of this lets no change of a model go without a migration. Steps that are
	 * withheld do not count.
	 * @param database the name of the database
	 * @return a plan without steps for the database, and for its tenants if it has any:
	 * they have what is withheld
	 * @throws PendingChangesException if something is; names all of it
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 * @throws StateFileException if the state cannot be read or does not fit the
	 * changelogs beside it
	 * @throws MigrationRefusedException if no migration could work
	 */
	default List<MigrationPlan> check(String database) {
		return check(database, (options) -> {
		});
	}

	/**
	 * Makes sure that nothing is to be generated for a database, nor for its tenants.
	 * When the database is asked, nothing is said of tenants, unless only they matter.
	 * @param database the name of the database
	 * @param options says where the files are, whether the database is asked, and whether
	 * only its tenants matter
	 * @return a plan without steps for the database, and for its tenants if it has any:
	 * they have what is withheld
	 * @throws PendingChangesException if something is; names all of it
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 * @throws StateFileException if the state cannot be read or does not fit the
	 * changelogs beside it
	 * @throws MigrationRefusedException if no migration could work
	 */
	List<MigrationPlan> check(String database, Consumer<MigrationOptions> options);

	/**
	 * Makes sure that nothing is to be generated for any database that has models or a
	 * state, nor for its tenants. Those whose changelogs are switched off are left out.
	 * When databases are asked, nothing is said of tenants.
	 * @param options says where the files are, and whether databases are asked
	 * @return a plan without steps for each: they have what is withheld
	 * @throws PendingChangesException if something is in any; names all of it
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 * @throws StateFileException if no database has a state, or one cannot be read or
	 * does not fit the changelogs beside it
	 * @throws MigrationRefusedException if no migration could work
	 */
	List<MigrationPlan> checkAll(Consumer<MigrationOptions> options);

	/**
	 * Writes the first state of a database that has tables of the models already: what it
	 * has of them becomes the state, and the next migration begins there.
	 * @param database the name of the database
	 * @param options says where the files are
	 * @return the state that was written, and what is in it
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws SchemaException if the tables cannot be read
	 * @throws StateFileException if there is a state already
	 */
	Adoption adopt(String database, Consumer<MigrationOptions> options);

	/**
	 * How a database is migrated.
	 * @param database the name of the database
	 * @return the settings of its changelog
	 * @throws NoSuchDatabaseException if the name is not known
	 */
	ChangelogSettings settings(String database);

	/**
	 * The tables that migrations keep for themselves: those of Liquibase, and of the
	 * registry. They may be there or not.
	 * @param database the name of the database
	 * @return the names, in each spelling that products give them
	 * @throws NoSuchDatabaseException if the name is not known
	 */
	Set<String> ownTables(String database);

	/**
	 * Applies what is new in the changelog of a database, which is opened for it when it
	 * is not open.
	 * @param database the name of the database
	 * @return what was applied; no schemas when there is no changelog
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws MigrationException if a schema fails; the others are done all the same, and
	 * its report has what became of each
	 * @throws MissingLiquibaseException if Liquibase is needed and is not there
	 */
	default MigrationReport migrate(String database) {
		return migrate(database, (options) -> {
		});
	}

	/**
	 * Applies what is new in the changelog of a database. Several instances may do it at
	 * the same time: each change set is applied once. A schema that has all of it already
	 * takes one query, and Liquibase is not loaded.
	 * @param database the name of the database
	 * @param options says which schemas, and how far
	 * @return what was applied; no schemas when there is no changelog
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws MigrationException if a schema fails; the others are done all the same, and
	 * its report has what became of each
	 * @throws MissingLiquibaseException if Liquibase is needed and is not there
	 */
	MigrationReport migrate(String database, Consumer<ApplyOptions> options);

	/**
	 * What schemas have of the changelog, as their histories say.
	 * @param database the name of the database
	 * @return one status for each schema
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws MigrationException if a schema fails; the others are done all the same, and
	 * its report has what became of each
	 * @throws MissingLiquibaseException if Liquibase is needed and is not there
	 */
	default List<SchemaStatus> status(String database) {
		return status(database, (options) -> {
		});
	}

	/**
	 * What schemas have of the changelog, as their histories say.
	 * @param database the name of the database
	 * @param options says which schemas
	 * @return one status for each schema, in the same order
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws MigrationException if a schema fails; the others are done all the same, and
	 * its report has what became of each
	 * @throws MissingLiquibaseException if Liquibase is needed and is not there
	 */
	List<SchemaStatus> status(String database, Consumer<ApplyOptions> options);

	/**
	 * What {@link #migrate} would send; nothing is changed.
	 * @param database the name of the database
	 * @param options says which schemas, and how far
	 * @return a script, empty when there is nothing to do
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws MigrationException if a schema fails; the others are done all the same, and
	 * its report has what became of each
	 * @throws MissingLiquibaseException if Liquibase is needed and is not there
	 */
	String sql(String database, Consumer<ApplyOptions> options);

	/**
	 * Says in the history that change sets were applied, which others have done by other
	 * means.
	 * @param database the name of the database
	 * @param options says which schemas, and how far
	 * @return what counts as applied now
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws MigrationException if a schema fails; the others are done all the same, and
	 * its report has what became of each
	 * @throws MissingLiquibaseException if Liquibase is needed and is not there
	 */
	MigrationReport stamp(String database, Consumer<ApplyOptions> options);

	/**
	 * Finds the schemas that do not have what most of them have, by one query for all
	 * schemas; only those that differ are read.
	 * @param database the name of the database
	 * @return what differs; nothing when there are not several schemas
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws UnsupportedFeatureException if the product has no schemas
	 */
	default DriftReport drift(String database) {
		return drift(database, (options) -> {
		});
	}

	/**
	 * Finds the schemas that do not have what most of them have, by one query for all
	 * schemas; only those that differ are read.
	 * @param database the name of the database
	 * @param options says which schemas
	 * @return what differs; nothing when there are not several schemas
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws UnsupportedFeatureException if the product has no schemas
	 */
	DriftReport drift(String database, Consumer<ApplyOptions> options);

	/**
	 * Undoes the change sets that were applied last.
	 * @param database the name of the database
	 * @param options says which schemas, and how far: a count, or the last migration that
	 * stays
	 * @return what was undone
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws MigrationException if a schema fails; the others are done all the same, and
	 * its report has what became of each
	 * @throws MissingLiquibaseException if Liquibase is needed and is not there
	 */
	MigrationReport rollback(String database, Consumer<ApplyOptions> options);

}
