package io.dbregistry.migration;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Applies the changelog of a database to one schema, where no registry is at hand.
 *
 * <pre>{@code
 * ChangelogMigration.of("analytics", null, ChangelogSettings.builder().build()).apply(dataSource);
 * }</pre>
 *
 * When there is nothing to do, it takes one query and loads no class of Liquibase.
 * Several instances may start at the same time: each change set is applied once.
 * Immutable and safe for use by several threads.
 */
public final class ChangelogMigration {

	private final MigrationPlace place;

	private final ChangelogSettings settings;

	private ChangelogMigration(MigrationPlace place, ChangelogSettings settings) {
		this.place = place;
		this.settings = settings;
	}

	/**
	 * The migration of a database's own schema.
	 * @param database the name of the database
	 * @param schema the exact name of the schema, which has to exist, or {@code null} for
	 * the connection's default
	 * @param settings how it is migrated
	 * @return the migration
	 */
	public static ChangelogMigration of(String database, @Nullable String schema, ChangelogSettings settings) {
		return new ChangelogMigration(new MigrationPlace(database, schema, schema), settings);
	}

	/**
	 * Whether there is a changelog; the log says so when there is none.
	 * @return {@code false} when none is where it is looked for by default
	 * @throws MigrationException if there is none where the settings say
	 */
	public boolean hasChangelog() {
		return this.settings.hasChangelog(this.place.database(), this.place.action());
	}

	/**
	 * Applies what is new.
	 * @param dataSource connections of the database; two at a time on H2
	 * @return the change sets that were applied, none also when there is no changelog
	 * @throws MigrationException if that fails
	 * @throws MissingLiquibaseException if something is to be done and Liquibase is not
	 * there
	 */
	public List<String> apply(DataSource dataSource) {
		return hasChangelog() ? migration(dataSource).migrate() : List.of();
	}

	/**
	 * Whether it is known that nothing is to be done: one query, and no class of
	 * Liquibase.
	 * @param dataSource connections of the database
	 * @return {@code false} also when that is not known
	 * @throws MigrationException if the database cannot be asked
	 */
	public boolean isUpToDate(DataSource dataSource) {
		return migration(dataSource).isUpToDate();
	}

	/**
	 * Notes what the schema has of its changelog, for {@link #isUpToDate}, after somebody
	 * else has migrated it. Applies nothing.
	 * @param dataSource connections of the database
	 * @throws MigrationException if that fails
	 */
	public void note(DataSource dataSource) {
		migration(dataSource).note();
	}

	/**
	 * Lets somebody else migrate the schema by Liquibase while nobody does who uses the
	 * registry: on PostgreSQL and MariaDB no other instance either.
	 * @param dataSource connections of the database, of which one is used
	 * @param work what is done, on the connection that has the lock
	 * @throws MigrationException if others take longer than
	 * {@link ChangelogSettings#lockTimeout()}
	 * @throws Exception if there is no connection, and what the work throws
	 */
	public void alone(DataSource dataSource, Work work) throws Exception {
		migration(dataSource).alone(work);
	}

	/**
	 * Says what failed when somebody else migrated the schema by Liquibase.
	 * @param changeSet the change set that was being applied, as Liquibase prints it, or
	 * {@code null} when that is not known
	 * @param failure the failure, as Liquibase told it
	 * @return the same failure, with what to do about it
	 */
	public MigrationException failure(@Nullable String changeSet, Exception failure) {
		return LiquibaseFailure.of(this.place, changeSet, failure);
	}

	private SchemaMigration migration(DataSource dataSource) {
		return new SchemaMigration(dataSource, this.place, this.settings, new ApplyOptions());
	}

	/**
	 * Applies the changelog of the schemas that a database has beside its own: those of
	 * {@link ChangelogSettings#schemas()}, by {@link ChangelogSettings#tenantLocation()}.
	 * When one fails, the others are migrated all the same. A schema that is noted to
	 * have everything is passed over: whether something else undid a part of it since is
	 * found by {@link Migrations#migrate(String)}, {@link Migrations#status(String)} and
	 * {@link Migrations#drift(String)}.
	 * @param database the database, which is open, or has an adopted pool; it is not
	 * opened here
	 * @param settings which schemas, and how they are migrated
	 * @param listener is told what is done
	 * @return what became of each schema
	 * @throws MigrationException if schemas could not be migrated
	 */
	public static MigrationReport applyToSchemas(Database database, ChangelogSettings settings,
			MigrationListener listener) {
		return new MigrationRuns(Map.of(database.name(), settings)).migrateSchemas(database, listener);
	}

	/**
	 * A migration by somebody else.
	 */
	@FunctionalInterface
	public interface Work {

		/**
		 * Migrates.
		 * @param connection the only connection that may be used, again and again
		 * @throws Exception what makes it fail
		 */
		void on(DataSource connection) throws Exception;

	}

}
