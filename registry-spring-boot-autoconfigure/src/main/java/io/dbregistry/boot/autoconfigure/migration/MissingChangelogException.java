package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.error.RegistryException;

/**
 * The changelog that an application names for a database is not there.
 */
final class MissingChangelogException extends RegistryException {

	private final String database;

	private final String changelog;

	MissingChangelogException(String database, String changelog) {
		super("No changelog at '%s' for database '%s'; create it, or correct registry.extra.%s.liquibase.change-log"
			.formatted(changelog, database, database));
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
