package io.dbregistry.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Commands, which an application runs instead of its own work, and what can be said of
 * them. They are read by {@code io.dbregistry.boot.command}; here they are what may be
 * written.
 *
 * @param generate Command: writes the next migration, of this name.
 * @param check Command: ends with exit code 2 when a migration has to be generated.
 * @param adopt Command: writes the first state of a database that has its tables.
 * @param inspectdb Command: writes models for the tables of a database, into this
 * package.
 * @param database The database that a command is for; 'check' is for all that have a
 * state, unless this is set.
 * @param registry The bean that is the registry of a command, where there are several.
 * @param resources The folder of the changelogs and states that commands read and write.
 * @param sources The folder of the models that commands write.
 * @param allowDataLoss Whether the migration that is generated may lose data.
 * @param live Whether the models are compared with the database, in place of its state.
 * @param tenants Whether the tables of tenants are meant; a value that is not 'true' is
 * the schema of the one that stands for all when the database is asked.
 */
record MigrationProperties(@Nullable String generate, @Nullable String check, @Nullable String adopt,
		@Nullable String inspectdb, @DefaultValue("primary") String database, @Nullable String registry,
		@DefaultValue("src/main/resources") String resources, @DefaultValue("src/main/java") String sources,
		@DefaultValue("false") String allowDataLoss, @DefaultValue("false") String live,
		@DefaultValue("false") String tenants) {
}
