package io.dbregistry.boot.autoconfigure.migration;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import io.dbregistry.migration.MigrationListener;
import io.dbregistry.migration.MigrationReport.SchemaResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what becomes of the schemas of tenants in one database, for a line in the log.
 */
final class TenantReport implements MigrationListener {

	private static final Logger logger = LoggerFactory.getLogger(TenantMigration.class);

	private final String database;

	private final long start = System.nanoTime();

	private final AtomicInteger migrated = new AtomicInteger();

	private final AtomicInteger upToDate = new AtomicInteger();

	private final AtomicInteger failed = new AtomicInteger();

	TenantReport(String database) {
		this.database = database;
	}

	@Override
	public void finished(String database, SchemaResult result, int finished, int total) {
		AtomicInteger count = (result.failure() != null) ? this.failed
				: result.changeSets().isEmpty() ? this.upToDate : this.migrated;
		count.incrementAndGet();
	}

	/** Writes the line, unless nothing became of any schema. */
	void write() {
		int migrated = this.migrated.get();
		int upToDate = this.upToDate.get();
		int failed = this.failed.get();
		if (migrated + upToDate + failed == 0) {
			logger.debug("Database '{}': no schema of a tenant was migrated", this.database);
			return;
		}
		String others = (upToDate > 0) ? String.format(Locale.ROOT, ", %,d up to date", upToDate) : "";
		logger.info(String.format(Locale.ROOT, "Database '%s': %,d %s migrated%s, %,d failed in %.1f s", this.database,
				migrated, (migrated == 1) ? "schema" : "schemas", others, failed,
				(System.nanoTime() - this.start) / 1e9));
	}

}
