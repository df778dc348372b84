package io.dbregistry.migration;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.dbregistry.database.Databases;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

/**
 * How a database is migrated by its changelog. Immutable.
 *
 * @param location the changelog, which then has to exist, or {@code null} for
 * {@code classpath:/db/changelog/db.changelog-master.yaml}, for an extra with a folder of
 * its name in {@code db/changelog}
 * @param tenantLocation the changelog of {@code schemas}, which then has to exist, or
 * {@code null} for {@code tenant/db.changelog-master.yaml} in the folder of the
 * database's own
 * @param enabled whether the registry migrates the database
 * @param contexts the contexts of Liquibase, or {@code null} for all
 * @param labels the label filter of Liquibase, or {@code null} for all
 * @param parameters the parameters of the changelog
 * @param historySchema the exact name of the schema of Liquibase's own tables, or
 * {@code null} for the one that is migrated
 * @param historyTable the table that Liquibase keeps its history in
 * @param lockTable the table that other users of Liquibase lock
 * @param lockTimeout how long to wait for somebody else who migrates
 * @param takeOverLockAfter the age from which a lock in {@code lockTable} counts as left
 * behind by a dead process, or {@code null} for never; longer than time zones are apart,
 * since Liquibase notes the time in that of whoever takes the lock
 * @param workers how many schemas may be migrated at once
 * @param schemas says which schemas are migrated beside the database's own, by a
 * changelog of theirs, or {@code null} for none
 * @param analytics whether Liquibase may report its use to its makers
 * @param liquibase further settings of Liquibase, by its names for them
 * @param resources finds the changelog and what it includes
 */
public record ChangelogSettings(@Nullable String location, @Nullable String tenantLocation, boolean enabled,
		@Nullable String contexts, @Nullable String labels, Map<String, String> parameters,
		@Nullable String historySchema, String historyTable, String lockTable, Duration lockTimeout,
		@Nullable Duration takeOverLockAfter, int workers, @Nullable SchemaSource schemas, boolean analytics,
		Map<String, String> liquibase, ResourceLoader resources) {

	private static final Logger logger = LoggerFactory.getLogger(ChangelogSettings.class);

	public ChangelogSettings {
		parameters = Map.copyOf(parameters);
		liquibase = Map.copyOf(liquibase);
		if (workers < 1) {
			throw new IllegalArgumentException(
					"'%d' is no number of workers that migrate schemas; give at least 1".formatted(workers));
		}
	}

	/** Without the values of parameters, which may be secrets. */
	@Override
	public String toString() {
		return "ChangelogSettings[location=%s, tenantLocation=%s, enabled=%s, contexts=%s, labels=%s, parameters=%s]"
			.formatted(this.location, this.tenantLocation, this.enabled, this.contexts, this.labels,
					this.parameters.keySet());
	}

	/**
	 * Begins with the defaults: the changelog where Spring Boot looks for it, all
	 * contexts, five minutes for others who migrate, four workers.
	 * @return a new builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Where the changelog of a database is.
	 * @param database the name of the database
	 * @return the location that is set, else the default
	 */
	public String locationFor(String database) {
		if (this.location != null) {
			return this.location;
		}
		return "classpath:/db/changelog/%sdb.changelog-master.yaml".formatted(folder(database));
	}

	private static String folder(String database) {
		return database.equals(Databases.PRIMARY) ? "" : database + "/";
	}

	/** The same for the schemas that a database has beside its own. */
	ChangelogSettings forSchemas(String database) {
		String place = (this.tenantLocation != null) ? this.tenantLocation
				: "classpath:/db/changelog/%stenant/db.changelog-master.yaml".formatted(folder(database));
		return new ChangelogSettings(place, null, this.enabled, this.contexts, this.labels, this.parameters, null,
				this.historyTable, this.lockTable, this.lockTimeout, this.takeOverLockAfter, this.workers, this.schemas,
				this.analytics, this.liquibase, this.resources);
	}

	/**
	 * Whether the changelog is where it is looked for; fails when it has to be, otherwise
	 * the log says that it is not.
	 */
	boolean hasChangelog(String database, MigrationAction action) {
		String place = locationFor(database);
		if (this.resources.getResource(place).exists()) {
			return true;
		}
		if (this.location != null) {
			throw new MigrationException(MigrationPlace.of(database, action), null,
					"the changelog '%s' does not exist; create it, or correct its location".formatted(place), null);
		}
		logger.info("Database '{}' has no changelog at '{}'; it is not migrated", database, place);
		return false;
	}

	/** What the changelog is read with, beside its files. */
	String reading() {
		return "%s;%s;%s;%s;%s".formatted(Optional.ofNullable(this.contexts), Optional.ofNullable(this.labels),
				new TreeMap<>(this.parameters), Optional.ofNullable(this.historySchema), this.historyTable);
	}

	/**
	 * Collects settings. Not safe for use by several threads.
	 */
	public static final class Builder {

		private @Nullable String location;

		private @Nullable String tenantLocation;

		private boolean enabled = true;

		private @Nullable String contexts;

		private @Nullable String labels;

		private Map<String, String> parameters = Map.of();

		private @Nullable String historySchema;

		private String historyTable = "DATABASECHANGELOG";

		private String lockTable = "DATABASECHANGELOGLOCK";

		private Duration lockTimeout = Duration.ofMinutes(5);

		private @Nullable Duration takeOverLockAfter;

		private int workers = 4;

		private @Nullable SchemaSource schemas;

		private boolean analytics;

		private Map<String, String> liquibase = Map.of();

		private ResourceLoader resources = new DefaultResourceLoader();

		private Builder() {
		}

		/**
		 * Names the changelog, which then has to exist.
		 * @param location for example {@code classpath:/db/shop.yaml}
		 * @return this builder
		 */
		public Builder location(@Nullable String location) {
			this.location = location;
			return this;
		}

		/**
		 * Names the changelog of the schemas that are migrated beside the database's own;
		 * it then has to exist.
		 * @param location for example {@code classpath:/db/tenant.yaml}
		 * @return this builder
		 */
		public Builder tenantLocation(@Nullable String location) {
			this.tenantLocation = location;
			return this;
		}

		/**
		 * Says whether the registry migrates the database.
		 * @param enabled {@code false} when something else does
		 * @return this builder
		 */
		public Builder enabled(boolean enabled) {
			this.enabled = enabled;
			return this;
		}

		/**
		 * Sets the contexts of Liquibase.
		 * @param contexts separated by commas, or {@code null} for all
		 * @return this builder
		 */
		public Builder contexts(@Nullable String contexts) {
			this.contexts = contexts;
			return this;
		}

		/**
		 * Sets the label filter of Liquibase.
		 * @param labels the expression, or {@code null} for all
		 * @return this builder
		 */
		public Builder labels(@Nullable String labels) {
			this.labels = labels;
			return this;
		}

		/**
		 * Sets the parameters of the changelog.
		 * @param parameters the values by name
		 * @return this builder
		 */
		public Builder parameters(Map<String, String> parameters) {
			this.parameters = parameters;
			return this;
		}

		/**
		 * Sets the schema of Liquibase's own tables for the database's own schema.
		 * @param schema the exact name, or {@code null} for the one that is migrated
		 * @return this builder
		 */
		public Builder historySchema(@Nullable String schema) {
			this.historySchema = schema;
			return this;
		}

		/**
		 * Sets the table that Liquibase keeps its history in.
		 * @param historyTable the name
		 * @return this builder
		 */
		public Builder historyTable(String historyTable) {
			this.historyTable = historyTable;
			return this;
		}

		/**
		 * Sets the table that other users of Liquibase lock.
		 * @param lockTable the name
		 * @return this builder
		 */
		public Builder lockTable(String lockTable) {
			this.lockTable = lockTable;
			return this;
		}

		/**
		 * Limits the time to wait for somebody else who migrates.
		 * @param lockTimeout the limit
		 * @return this builder
		 */
		public Builder lockTimeout(Duration lockTimeout) {
			this.lockTimeout = lockTimeout;
			return this;
		}

		/**
		 * Sets the age from which a lock in the lock table counts as left behind. The
		 * clock is that of the server; Liquibase writes the time in the time zone of its
		 * own session, so that on PostgreSQL and H2 processes in other zones make it seem
		 * older or younger by some hours.
		 * @param age longer than any migration takes, and than time zones are apart, or
		 * {@code null} for never
		 * @return this builder
		 */
		public Builder takeOverLockAfter(@Nullable Duration age) {
			this.takeOverLockAfter = age;
			return this;
		}

		/**
		 * Sets how many schemas may be migrated at once.
		 * @param workers at least 1
		 * @return this builder
		 */
		public Builder workers(int workers) {
			this.workers = workers;
			return this;
		}

		/**
		 * Says which schemas are migrated beside the database's own.
		 * @param schemas the source, or {@code null} for none
		 * @return this builder
		 */
		public Builder schemas(@Nullable SchemaSource schemas) {
			this.schemas = schemas;
			return this;
		}

		/**
		 * Says whether Liquibase may report its use to its makers.
		 * @param analytics {@code true} to let it
		 * @return this builder
		 */
		public Builder analytics(boolean analytics) {
			this.analytics = analytics;
			return this;
		}

		/**
		 * Sets what else Liquibase is told.
		 * @param liquibase values by the names that Liquibase has for its settings, such
		 * as {@code liquibase.licenseKey}
		 * @return this builder
		 */
		public Builder liquibase(Map<String, String> liquibase) {
			this.liquibase = liquibase;
			return this;
		}

		/**
		 * Sets what finds the changelog and what it includes.
		 * @param resources unless set, those of the class path
		 * @return this builder
		 */
		public Builder resources(ResourceLoader resources) {
			this.resources = resources;
			return this;
		}

		/**
		 * Makes the settings.
		 * @return the settings
		 */
		public ChangelogSettings build() {
			return new ChangelogSettings(this.location, this.tenantLocation, this.enabled, this.contexts, this.labels,
					this.parameters, this.historySchema, this.historyTable, this.lockTable, this.lockTimeout,
					this.takeOverLockAfter, this.workers, this.schemas, this.analytics, this.liquibase, this.resources);
		}

	}

}
