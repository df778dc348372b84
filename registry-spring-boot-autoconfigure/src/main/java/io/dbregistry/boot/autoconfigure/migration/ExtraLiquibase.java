package io.dbregistry.boot.autoconfigure.migration;

import javax.sql.DataSource;

import io.dbregistry.migration.ChangelogMigration;
import io.dbregistry.migration.ChangelogSettings;
import io.dbregistry.migration.SchemaDataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of an extra database. It stands for them where Spring Boot looks for
 * beans of its type, but the registry runs them, and when it is told: the database may be
 * down while the application starts.
 */
final class ExtraLiquibase extends SpringLiquibase {

	private final String database;

	private final DataSource connections;

	private final ChangelogSettings settings;

	/**
	 * Creates the migrations.
	 * @param schema the schema of the database, or {@code null} for that of its
	 * connections
	 */
	ExtraLiquibase(String database, DataSource connections, @Nullable String schema, ChangelogSettings settings) {
		this.database = database;
		this.connections = connections;
		this.settings = settings;
		setDataSource((schema != null) ? new SchemaDataSource(connections, schema) : connections);
		setDefaultSchema(schema);
		setChangeLog(settings.locationFor(database));
		setShouldRun(settings.enabled());
		setContexts(settings.contexts());
		setLabelFilter(settings.labels());
		setChangeLogParameters(settings.parameters());
		setDatabaseChangeLogTable(settings.historyTable());
		setDatabaseChangeLogLockTable(settings.lockTable());
		setAnalyticsEnabled(settings.analytics());
	}

	/**
	 * The connections of a database that migrations were given, not bound to a schema.
	 */
	static DataSource target(SpringLiquibase liquibase) {
		return (liquibase instanceof ExtraLiquibase extra) ? extra.connections : liquibase.getDataSource();
	}

	@Override
	public void afterPropertiesSet() {
		if (isEnabled() && this.settings.location() != null && !hasChangelog()) {
			throw new MissingChangelogException(this.database, getChangeLog());
		}
	}

	/**
	 * Whether the registry applies the changelog; {@code false} when something else makes
	 * the tables.
	 */
	boolean isEnabled() {
		return this.settings.enabled();
	}

	/**
	 * Whether there is anything to migrate.
	 */
	boolean hasChangelog() {
		return getResourceLoader().getResource(getChangeLog()).exists();
	}

	/**
	 * Migrates the database.
	 */
	void migrate() {
		if (isEnabled()) {
			ChangelogMigration.of(this.database, getDefaultSchema(), this.settings).apply(this.connections);
		}
	}

	String getDatabase() {
		return this.database;
	}

}
