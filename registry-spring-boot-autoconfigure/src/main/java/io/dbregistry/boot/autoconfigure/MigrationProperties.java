package io.dbregistry.boot.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.dbregistry.database.Databases;
import io.dbregistry.migration.MigrationOptions;
import io.dbregistry.schema.Sources;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How databases are migrated at start; and commands, which an application runs instead of
 * its own work, and what can be said of them. They are read by
 * {@code io.dbregistry.boot.autoconfigure.migration} and
 * {@code io.dbregistry.boot.command}; here they are what may be written.
 *
 * @param generate Command: writes the next migration, of this name.
 * @param check Command: ends with exit code 2 when a migration has to be generated.
 * @param sql Command: shows what migrating would send.
 * @param migrate Command: applies what is new in the changelogs.
 * @param status Command: shows what databases have and lack of their changelogs.
 * @param stamp Command: says in the history that migrations were applied.
 * @param rollback Command: undoes so many change sets, or without a number those after
 * 'to'.
 * @param adopt Command: writes the first state of a database that has its tables.
 * @param inspectdb Command: writes models for the tables of a database, into this
 * package.
 * @param database The database that a command is for; unless this is set, 'check' is for
 * all that have models or a state, and 'migrate', 'status' and 'sql' are for all.
 * @param registry The bean that is the registry of a command, where there are several.
 * @param schemas The schemas that a command is for, unless all that are migrated.
 * @param to The last migration that is wanted: what comes after it is not applied, or is
 * undone.
 * @param takeOverLock Whether a lock of Liquibase is taken over that a dead process left.
 * @param resources The folder of the changelogs and states that commands read and write.
 * @param sources The folder of the models that commands write.
 * @param allowDataLoss Whether the migration that is generated may lose data.
 * @param live Whether the models are compared with the database, in place of its state.
 * @param deep Whether the database is asked before what it makes of the models.
 * @param tenants Whether the tables of tenants are meant; a value that is not 'true' is
 * the schema of the one that stands for all when the database is asked.
 * @param showSql Whether the actuator endpoint 'registrymigrations' shows what migrating
 * would send; parameters of the changelog are in it.
 * @param fastStart Whether the start leaves Liquibase alone when it is known that the
 * primary database has all of its changelog.
 * @param workers How many schemas are migrated at once.
 * @param lockTimeout How long to wait for others who migrate the same schema.
 * @param takeOverLockAfter The age from which a lock of Liquibase's own counts as left
 * behind by a dead process and is taken over; without it, never.
 * @param tenantSchemas The schemas of tenants in the primary database, which are migrated
 * at start too.
 * @param tenantSchemasQuery The query that finds the schemas of tenants in the primary
 * database, one name in each row.
 * @param tenantChangeLog The changelog of the schemas of tenants in the primary database.
 */
record MigrationProperties(@Nullable String generate, @Nullable String check, @Nullable String sql,
		@Nullable String migrate, @Nullable String status, @Nullable String stamp, @Nullable String rollback,
		@Nullable String adopt, @Nullable String inspectdb, @DefaultValue(Databases.PRIMARY) String database,
		@Nullable String registry, @Nullable String schemas, @Nullable String to,
		@DefaultValue("false") String takeOverLock, @DefaultValue(MigrationOptions.FOLDER) String resources,
		@DefaultValue(Sources.FOLDER) String sources, @DefaultValue("false") String allowDataLoss,
		@DefaultValue("false") String live, @DefaultValue("false") String deep, @DefaultValue("false") String tenants,
		@DefaultValue("false") boolean showSql, @DefaultValue("false") boolean fastStart,
		@DefaultValue("4") int workers, @DefaultValue("5m") Duration lockTimeout, @Nullable Duration takeOverLockAfter,
		@Nullable List<String> tenantSchemas, @Nullable String tenantSchemasQuery,
		@DefaultValue("classpath:/db/changelog/tenant/db.changelog-master.yaml") String tenantChangeLog) {
}
