package io.dbregistry.boot.autoconfigure.migration;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.DatabaseStatus.State;
import io.dbregistry.database.OpenHook;
import io.dbregistry.migration.ChangelogMigration;
import io.dbregistry.migration.ChangelogSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates the schemas of tenants in one database: at once when it is open, else as part
 * of opening it, which fails when they can't be migrated.
 */
final class TenantMigration implements OpenHook {

	private static final Logger logger = LoggerFactory.getLogger(TenantMigration.class);

	private final Database database;

	private final ChangelogSettings settings;

	TenantMigration(Database database, ChangelogSettings settings) {
		this.database = database;
		this.settings = settings;
	}

	/**
	 * Migrates, or waits until the database is opened. When it is opened meanwhile, that
	 * is done twice, and the second time there is nothing to do.
	 */
	void start() {
		this.database.addOpenHook(this);
		if (this.database.status().state() == State.OPEN) {
			stop();
			migrate(this.database);
			return;
		}
		logger.info("Database '{}' is not open; the schemas of its tenants are migrated when it is",
				this.database.name());
	}

	/** Waits no longer. */
	void stop() {
		this.database.removeOpenHook(this);
	}

	/** The database counts as down until it has been opened. */
	@Override
	public void opened(DataSource dataSource) {
		migrate(Database.adopt(this.database.name(), dataSource,
				DatabaseSettings.builder().schema(this.database.schema()).build()));
	}

	private void migrate(Database open) {
		TenantReport report = new TenantReport(open.name());
		try {
			ChangelogMigration.applyToSchemas(open, this.settings, report);
		}
		finally {
			report.write();
		}
	}

}
