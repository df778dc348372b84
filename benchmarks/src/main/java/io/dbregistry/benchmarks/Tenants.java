package io.dbregistry.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.migration.ChangelogMigration;
import io.dbregistry.migration.ChangelogSettings;
import io.dbregistry.migration.MigrationListener;
import io.dbregistry.migration.MigrationReport;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

/**
 * Schemas of one database, and a changelog that grows.
 */
final class Tenants implements AutoCloseable {

	static final String CHANGELOG = "db/tenants.yaml";

	private static final int CHANGE_SETS = 20;

	private static final String CHANGE_SET = """
			  - changeSet:
			      id: %1$d
			      author: benchmark
			      changes:
			        - createTable:
			            tableName: item_%1$d
			            columns:
			              - column: {name: id, type: bigint, autoIncrement: true, constraints: {primaryKey: true}}
			              - column: {name: title, type: varchar(100), constraints: {nullable: false}}
			              - column: {name: price, type: "decimal(10, 2)"}
			""";

	private final Place place;

	private final List<String> schemas;

	private final long delayMicros;

	private final Path folder;

	private int changeSets;

	/** Whether all schemas have the changelog as it is. */
	private boolean migrated;

	/**
	 * Plans schemas.
	 * @param size how many
	 * @param delayMicros the microseconds that each statement takes longer
	 */
	Tenants(Place place, int size, long delayMicros) throws IOException {
		this.place = place;
		this.schemas = IntStream.range(0, size).mapToObj((number) -> "tenant_" + number).toList();
		this.delayMicros = delayMicros;
		this.folder = Files.createTempDirectory("registry-benchmark");
		Files.createDirectories(this.folder.resolve("db"));
	}

	List<String> schemas() {
		return this.schemas;
	}

	/** The database, slower than it is. */
	DataSource dataSource() throws Exception {
		return DelayedStatements.of(this.place.dataSource(), this.delayMicros);
	}

	/** Finds the changelog as it is now. */
	ResourceLoader resources() throws IOException {
		return new DefaultResourceLoader(new URLClassLoader(new URL[] { this.folder.toUri().toURL() }));
	}

	/** A registry over the database. */
	Registry registry() throws Exception {
		ResourceLoader resources = resources();
		return Registry.builder()
			.database(dataSource())
			.changelog("primary", (settings) -> complete(settings, resources))
			.build();
	}

	/** How the schemas are migrated. */
	ChangelogSettings settings() throws IOException {
		return complete(ChangelogSettings.builder(), resources()).build();
	}

	private ChangelogSettings.Builder complete(ChangelogSettings.Builder settings, ResourceLoader resources) {
		return settings.tenantLocation("classpath:" + CHANGELOG)
			.resources(resources)
			.schemas((database) -> this.schemas);
	}

	/** Migrates the schemas as a start does. */
	static MigrationReport migrate(Registry registry, ChangelogSettings settings) {
		return ChangelogMigration.applyToSchemas(registry.databases().primary(), settings, new MigrationListener() {
		});
	}

	/** Empty schemas and the first change sets. */
	void empty() throws Exception {
		try (Connection connection = this.place.fresh().getConnection();
				Statement statement = connection.createStatement()) {
			for (String schema : this.schemas) {
				statement.execute("create schema " + schema);
			}
		}
		write(CHANGE_SETS);
	}

	/** Schemas that have everything. */
	void migrated() throws Exception {
		if (!this.migrated) {
			if (this.changeSets == 0) {
				empty();
			}
			migrate(registry(), settings());
			this.migrated = true;
		}
	}

	/**
	 * Schemas that have everything, and a note of that, which Liquibase does not make.
	 */
	void noted() throws Exception {
		migrated();
		migrate(registry(), settings());
	}

	/** Schemas that lack one change set. */
	void pending() throws Exception {
		migrated();
		write(this.changeSets + 1);
	}

	/** Schemas that have everything, without a note of that. */
	void forgotten() throws Exception {
		migrated();
		try (Connection connection = this.place.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("delete from registry_migration");
		}
	}

	/** Says that somebody has migrated all schemas. */
	void done() {
		this.migrated = true;
	}

	private void write(int wanted) throws IOException {
		StringBuilder text = new StringBuilder("databaseChangeLog:\n");
		for (int i = 1; i <= wanted; i++) {
			text.append(CHANGE_SET.formatted(i));
		}
		Files.writeString(this.folder.resolve(CHANGELOG), text);
		this.changeSets = wanted;
		this.migrated = false;
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.folder.resolve(CHANGELOG));
		Files.deleteIfExists(this.folder.resolve("db"));
		Files.deleteIfExists(this.folder);
	}

	/**
	 * Where a migration begins.
	 */
	enum Start {

		/** Twenty change sets are pending. */
		EMPTY("apply 20 change sets to %d schemas", Tenants::empty),

		/** One change set is pending. */
		PENDING("apply 1 change set to %d schemas", Tenants::pending),

		/** Nothing is pending, and that is noted. */
		MIGRATED("nothing to apply to %d schemas", Tenants::noted),

		/** Nothing is pending, which only the histories say. */
		FORGOTTEN("nothing to apply to %d schemas, by their histories", Tenants::forgotten);

		private final String work;

		private final Preparation preparation;

		Start(String work, Preparation preparation) {
			this.work = work;
			this.preparation = preparation;
		}

		String work() {
			return this.work;
		}

		void prepare(Tenants tenants) throws Exception {
			this.preparation.run(tenants);
		}

	}

	/** Brings schemas to where a migration begins. */
	@FunctionalInterface
	private interface Preparation {

		void run(Tenants tenants) throws Exception;

	}

}
