package io.dbregistry.boot.autoconfigure.migration;

import javax.sql.DataSource;

import io.dbregistry.migration.ExactSchemas;
import io.dbregistry.migration.SchemaDataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migrations of an extra database. It stands for them where Spring Boot looks for
 * beans of its type, but runs when it is told: the database may be down while the
 * application starts.
 */
final class ExtraLiquibase extends SpringLiquibase {

	private static final Logger logger = LoggerFactory.getLogger(ExtraLiquibase.class);

	private final String database;

	/** Whether the application named the changelog, so that it has to be there. */
	private final boolean named;

	ExtraLiquibase(String database, boolean named) {
		this.database = database;
		this.named = named;
	}

	/**
	 * The connections of a database that migrations were given, not bound to a schema.
	 */
	static DataSource target(SpringLiquibase liquibase) {
		DataSource source = liquibase.getDataSource();
		return (source instanceof SchemaDataSource bound && bound.getTargetDataSource() != null)
				? bound.getTargetDataSource() : source;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.shouldRun && this.named && !hasChangelog()) {
			throw new MissingChangelogException(this.database, getChangeLog());
		}
	}

	/**
	 * Whether the registry applies the changelog; {@code false} when something else makes
	 * the tables.
	 */
	boolean isEnabled() {
		return this.shouldRun;
	}

	/**
	 * Whether there is anything to migrate.
	 */
	boolean hasChangelog() {
		return getResourceLoader().getResource(getChangeLog()).exists();
	}

	/**
	 * Migrates the database.
	 * @throws MigrationException if that fails
	 */
	void migrate() {
		if (!this.shouldRun) {
			return;
		}
		if (!hasChangelog()) {
			logger.info("Database '{}' has no changelog at '{}'; it is not migrated", this.database, getChangeLog());
			return;
		}
		try {
			ExactSchemas.call(() -> {
				super.afterPropertiesSet();
				return true;
			});
		}
		catch (Exception ex) {
			throw new MigrationException(this.database, getChangeLog(), ex);
		}
	}

	String getDatabase() {
		return this.database;
	}

}
