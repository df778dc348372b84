package io.dbregistry.migration;

import org.jspecify.annotations.Nullable;

/**
 * Is told what migrations do. When several schemas are migrated at once, it is called by
 * several threads. When a listener fails, the log says so with its class and the schema,
 * and the migration goes on: it can neither stop a migration nor make it fail.
 */
public interface MigrationListener {

	/**
	 * A change set is about to be applied or undone. When several schemas are migrated at
	 * once, all change sets of a schema are applied together, and this is called for each
	 * of them right before {@link #done}, when they are there.
	 * @param database the name of the database
	 * @param schema the exact name of the schema, or {@code null} for the connection's
	 * default
	 * @param changeSet its file, id and author as Liquibase prints them
	 */
	default void starting(String database, @Nullable String schema, String changeSet) {
	}

	/**
	 * A change set was applied or undone, and that is committed where a product can undo
	 * changes of tables.
	 * @param database the name of the database
	 * @param schema the exact name of the schema, or {@code null} for the connection's
	 * default
	 * @param changeSet its file, id and author as Liquibase prints them
	 */
	default void done(String database, @Nullable String schema, String changeSet) {
	}

	/**
	 * A schema is migrated, had nothing to do, or could not be migrated.
	 * @param database the name of the database
	 * @param result what became of it
	 * @param finished how many schemas of the database are finished, this one included
	 * @param total how many there are
	 */
	default void finished(String database, MigrationReport.SchemaResult result, int finished, int total) {
	}

}
