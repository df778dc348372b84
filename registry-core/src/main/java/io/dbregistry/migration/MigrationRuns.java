package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.MigrationReport.SchemaResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Applies the changelogs of one registry. A database that is not open is opened for as
 * long as that takes.
 */
final class MigrationRuns {

	private static final Logger logger = LoggerFactory.getLogger(MigrationRuns.class);

	private static final String HOLDER = "migrations";

	private final Databases databases;

	private final Map<String, ChangelogSettings> changelogs;

	private final SchemasMigration engine;

	MigrationRuns(Databases databases, Map<String, ChangelogSettings> changelogs, SchemasMigration engine) {
		this.databases = databases;
		this.changelogs = Map.copyOf(changelogs);
		this.engine = engine;
	}

	MigrationReport migrate(String database, Consumer<ApplyOptions> options) {
		return report(database, options, this.engine);
	}

	MigrationReport stamp(String database, Consumer<ApplyOptions> options) {
		return report(database, options, (source, places, settings, chosen) -> SchemasMigration.each(source, places,
				settings, chosen, SchemaMigration::stamp));
	}

	MigrationReport rollback(String database, Consumer<ApplyOptions> options) {
		return report(database, options, (source, places, settings, chosen) -> SchemasMigration.each(source, places,
				settings, chosen, SchemaMigration::rollback));
	}

	List<SchemaStatus> status(String database, Consumer<ApplyOptions> options) {
		return run(database, options, (source, places, settings, chosen) -> {
			List<SchemaStatus> all = new ArrayList<>();
			places.forEach((place) -> all.add(new SchemaMigration(source, place, settings, chosen).status()));
			return List.copyOf(all);
		});
	}

	DriftReport drift(String database, Consumer<ApplyOptions> options) {
		List<DriftReport> reports = run(database, options, (source, places, settings, chosen) -> {
			List<String> schemas = places.stream().map(MigrationPlace::schema).filter(Objects::nonNull).toList();
			return List.of(new Drift(this.databases.get(database), settings).find(schemas));
		});
		return reports.isEmpty() ? new DriftReport(database, 0, List.of()) : reports.get(0);
	}

	String sql(String database, Consumer<ApplyOptions> options) {
		return String.join("\n", run(database, options, (source, places, settings, chosen) -> {
			List<String> scripts = new ArrayList<>();
			places.forEach((place) -> scripts.add(new SchemaMigration(source, place, settings, chosen).sql()));
			return scripts;
		}));
	}

	private MigrationReport report(String database, Consumer<ApplyOptions> options, SchemasMigration work) {
		List<SchemaResult> results = run(database, options, work::migrate);
		return new MigrationReport(database, results).orThrow();
	}

	private <T> List<T> run(String name, Consumer<ApplyOptions> options, Run<T> run) {
		ApplyOptions chosen = new ApplyOptions();
		options.accept(chosen);
		Database database = this.databases.get(name);
		ChangelogSettings settings = settings(name);
		if (!hasChangelog(name, settings)) {
			return List.of();
		}
		try (Lease open = database.acquire(HOLDER)) {
			RealConnections connections = new RealConnections(database);
			List<MigrationPlace> places = places(name, connections, settings, chosen);
			return places.isEmpty() ? List.of() : run.run(connections, places, settings, chosen);
		}
	}

	private ChangelogSettings settings(String name) {
		ChangelogSettings known = this.changelogs.get(name);
		ChangelogSettings settings = (known != null) ? known : ChangelogSettings.builder().build();
		if (!settings.enabled()) {
			throw new MigrationException(new MigrationPlace(name, null, null), null,
					"it is switched off for this database; switch it on in its changelog settings", null);
		}
		return settings;
	}

	private static boolean hasChangelog(String name, ChangelogSettings settings) {
		boolean found = settings.hasChangelog(name);
		if (!found) {
			logger.info("Database '{}' has no changelog at '{}'; it is not migrated", name, settings.locationFor(name));
		}
		return found;
	}

	private static List<MigrationPlace> places(String name, RealConnections connections, ChangelogSettings settings,
			ApplyOptions options) {
		Database database = connections.database;
		List<String> schemas = options.schemas();
		if (schemas == null && settings.schemas() != null) {
			schemas = settings.schemas().schemas(database);
		}
		if (schemas == null) {
			return List.of(new MigrationPlace(name, database.schema(), database.schema()));
		}
		String home = connections.home(name);
		return schemas.stream().distinct().map((schema) -> new MigrationPlace(name, schema, home)).toList();
	}

	/**
	 * What is done to the schemas of a database.
	 */
	@FunctionalInterface
	private interface Run<T> {

		List<T> run(DataSource source, List<MigrationPlace> places, ChangelogSettings settings, ApplyOptions options);

	}

	/**
	 * Connections outside of all transactions, and of rollback mode.
	 */
	private static final class RealConnections extends AbstractDataSource {

		private final Database database;

		RealConnections(Database database) {
			this.database = database;
		}

		/** The schema of the table with the states. */
		@Nullable String home(String name) {
			if (this.database.schema() != null) {
				return this.database.schema();
			}
			try (Connection connection = getConnection()) {
				return this.database.dialect().findCurrentSchema(connection).orElse(null);
			}
			catch (SQLException ex) {
				throw new MigrationException(new MigrationPlace(name, null, null), null,
						"%s; see that the database answers, then migrate again".formatted(ex.getMessage()), ex);
			}
		}

		@Override
		public Connection getConnection() throws SQLException {
			return this.database.connection();
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

}
