package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.error.RegistryException;

/**
 * Migrating a database failed.
 */
final class MigrationException extends RegistryException {

	private final String database;

	private final String changelog;

	MigrationException(String database, String changelog, Throwable cause) {
		super("Database '%s' could not be migrated by '%s': %s".formatted(database, changelog, cause.getMessage()),
				cause);
		this.database = database;
		this.changelog = changelog;
	}

	String getDatabase() {
		return this.database;
	}

	String getChangelog() {
		return this.changelog;
	}

}
