package io.dbregistry.boot.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.migration.DriftReport;
import io.dbregistry.migration.Migrations;
import io.dbregistry.migration.SchemaStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What health says of the migrations of one database. It is never waited for:
 * <ol>
 * <li>Whoever asks gets what was read last, at first nothing.</li>
 * <li>When that is older than the interval, it is read anew, on a thread of its own: what
 * the database's own schema has and lacks, and which of its other schemas differ from
 * most. One that cannot be read now is read again an interval later.</li>
 * </ol>
 * Safe for use by several threads.
 */
final class MigrationHealth {

	private static final Logger logger = LoggerFactory.getLogger(MigrationHealth.class);

	private final Migrations migrations;

	private final Database database;

	private final Duration interval;

	private volatile Map<String, Object> details = Map.of();

	/** Guarded by this. */
	private boolean reading;

	/**
	 * Whether it may have a changelog of its own: none comes while the application runs.
	 * Used by one reading thread at a time.
	 */
	private volatile boolean hasChangelog = true;

	/** When it was read last, or {@code null} before. Guarded by this. */
	private @Nullable Long read;

	MigrationHealth(Migrations migrations, Database database, Duration interval) {
		this.migrations = migrations;
		this.database = database;
		this.interval = interval;
	}

	/** What was read last. */
	Map<String, Object> details() {
		Map<String, Object> known = this.details;
		if (begins()) {
			Thread thread = new Thread(this::read, "registry-health-migrations-" + this.database.name());
			thread.setDaemon(true);
			thread.start();
		}
		return known;
	}

	private synchronized boolean begins() {
		Long last = this.read;
		boolean due = last == null || System.nanoTime() - last >= this.interval.toNanos();
		boolean begins = due && !this.reading;
		this.reading |= begins;
		return begins;
	}

	private void read() {
		try {
			if (isOpen()) {
				this.details = ask();
			}
		}
		catch (Throwable ex) {
			if (isOpen()) {
				logger.warn("The migrations of database '{}' can't be read for its health; it is tried again after {}",
						this.database.name(), this.interval, String.valueOf(ex));
			}
		}
		finally {
			end();
		}
	}

	/** Asking opens one that is not. */
	private boolean isOpen() {
		return this.database.status().state() == DatabaseStatus.State.OPEN;
	}

	private synchronized void end() {
		this.reading = false;
		this.read = System.nanoTime();
	}

	/** Not of each of many schemas: Liquibase takes its time for each. */
	private Map<String, Object> ask() {
		String name = this.database.name();
		Map<String, Object> found = new LinkedHashMap<>();
		List<SchemaStatus> own = this.hasChangelog ? own(name) : List.of();
		this.hasChangelog = !own.isEmpty();
		own.forEach((status) -> found.put("migrations", migrations(status)));
		DriftReport drift = this.migrations.drift(name);
		if (drift.compared() > 0) {
			found.put("drift", Map.of("compared", drift.compared(), "differing", drift.schemas().size()));
		}
		if (!found.isEmpty()) {
			found.put("migrationsReadAt", Instant.now());
		}
		return Collections.unmodifiableMap(found);
	}

	/** Without schemas there is but one to ask about. */
	private List<SchemaStatus> own(String name) {
		DatabaseStatus.Server server = this.database.status().server();
		String schema = (server != null) ? server.schema() : null;
		if (schema == null && this.migrations.settings(name).schemas() != null) {
			return List.of();
		}
		return this.migrations.status(name, (options) -> {
			if (schema != null) {
				options.schemas(schema);
			}
		});
	}

	private static Map<String, Object> migrations(SchemaStatus status) {
		Map<String, Object> migrations = new LinkedHashMap<>();
		migrations.put("applied", status.applied());
		migrations.put("pending", status.pending().size());
		if (status.last() != null) {
			migrations.put("last", status.last());
		}
		return migrations;
	}

}
