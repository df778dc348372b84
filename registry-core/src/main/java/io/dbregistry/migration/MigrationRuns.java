package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.MigrationReport.SchemaResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Applies the changelogs of one registry. A database that is not open is opened for as
 * long as that takes.
 */
final class MigrationRuns {

	private static final Logger logger = LoggerFactory.getLogger(MigrationRuns.class);

	private static final String HOLDER = "migrations";

	private final Map<String, ChangelogSettings> changelogs;

	MigrationRuns(Map<String, ChangelogSettings> changelogs) {
		this.changelogs = Map.copyOf(changelogs);
	}

	MigrationReport migrate(Database database, Consumer<ApplyOptions> options) {
		return report(database, chosen(options), SchemasMigration.of(database));
	}

	/**
	 * Without the database's own schema, and by the states of the others. Does not open
	 * the database: that may be what this is a part of.
	 */
	MigrationReport migrateSchemas(Database database, MigrationListener listener) {
		ApplyOptions options = new ApplyOptions().listener(listener).withoutOwn().trustingStates();
		List<SchemaResult> results = runOpen(database, enabledSettings(database), options, false,
				SchemasMigration.of(database)::migrate);
		return new MigrationReport(database.name(), results).orThrow();
	}

	MigrationReport stamp(Database database, Consumer<ApplyOptions> options) {
		return report(database, chosen(options), (source, places, settings, chosen) -> SchemasMigration.each(source,
				places, settings, chosen, SchemaMigration::stamp));
	}

	MigrationReport rollback(Database database, Consumer<ApplyOptions> options) {
		return report(database, chosen(options), (source, places, settings, chosen) -> SchemasMigration.each(source,
				places, settings, chosen, SchemaMigration::rollback));
	}

	List<SchemaStatus> status(Database database, Consumer<ApplyOptions> options) {
		return run(database, chosen(options), (source, places, settings, chosen) -> {
			List<SchemaStatus> all = new ArrayList<>();
			places.forEach((place) -> all.add(new SchemaMigration(source, place, settings, chosen).status()));
			return List.copyOf(all);
		});
	}

	/** Of the schemas beside the database's own, or of those that are named. */
	DriftReport drift(Database database, Consumer<ApplyOptions> options) {
		ApplyOptions chosen = chosen(options);
		List<DriftReport> reports = run(database, chosen.withoutOwn(), (source, places, settings, all) -> {
			List<String> schemas = places.stream().map(MigrationPlace::schema).filter(Objects::nonNull).toList();
			return List.of(new Drift(database, settings).find(schemas));
		});
		return reports.isEmpty() ? new DriftReport(database.name(), 0, List.of()) : reports.get(0);
	}

	String sql(Database database, Consumer<ApplyOptions> options) {
		return String.join("\n", run(database, chosen(options), (source, places, settings, chosen) -> {
			return places.stream()
				.map((place) -> new SchemaMigration(source, place, settings, chosen).sql())
				.filter((script) -> !script.isEmpty())
				.toList();
		}));
	}

	private static ApplyOptions chosen(Consumer<ApplyOptions> options) {
		ApplyOptions chosen = new ApplyOptions();
		options.accept(chosen);
		return chosen;
	}

	private MigrationReport report(Database database, ApplyOptions options, SchemasMigration work) {
		List<SchemaResult> results = run(database, options, work::migrate);
		return new MigrationReport(database.name(), results).orThrow();
	}

	/** First the database's own schema, then the others, which have another changelog. */
	private <T> List<T> run(Database database, ApplyOptions options, Run<T> run) {
		String name = database.name();
		ChangelogSettings settings = enabledSettings(database);
		boolean own = options.schemas() == null && options.isOwn() && hasChangelog(name, settings);
		if (!own && options.schemas() == null && settings.schemas() == null) {
			return List.of();
		}
		try (Lease open = database.acquire(HOLDER)) {
			return runOpen(database, settings, options, own, run);
		}
	}

	private static <T> List<T> runOpen(Database database, ChangelogSettings settings, ApplyOptions options, boolean own,
			Run<T> run) {
		String name = database.name();
		RealConnections connections = new RealConnections(database);
		String home = connections.home(name);
		Set<String> schemas = new LinkedHashSet<>(schemas(database, settings, options));
		List<T> all = new ArrayList<>();
		if ((schemas.remove(home) && options.isOwn() && hasChangelog(name, settings)) || own) {
			List<MigrationPlace> place = List.of(new MigrationPlace(name, database.schema(), database.schema()));
			all.addAll(run.run(connections, place, settings, options));
		}
		ChangelogSettings others = settings.forSchemas(name);
		if (!schemas.isEmpty() && others.hasChangelog(name)) {
			List<MigrationPlace> places = schemas.stream()
				.map((schema) -> new MigrationPlace(name, schema, home))
				.toList();
			all.addAll(run.run(connections, places, others, options));
		}
		return all;
	}

	/** How a database is migrated. */
	ChangelogSettings settings(Database database) {
		ChangelogSettings known = this.changelogs.get(database.name());
		return (known != null) ? known : ChangelogSettings.builder().build();
	}

	private ChangelogSettings enabledSettings(Database database) {
		ChangelogSettings settings = settings(database);
		if (!settings.enabled()) {
			String name = database.name();
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

	/** The schemas that are asked for, the database's own perhaps among them. */
	private static List<String> schemas(Database database, ChangelogSettings settings, ApplyOptions options) {
		List<String> asked = options.schemas();
		if (!options.isOthers()) {
			return List.of();
		}
		if (asked != null) {
			return asked;
		}
		SchemaSource source = settings.schemas();
		try {
			return (source != null) ? source.schemas(database) : List.of();
		}
		catch (DataAccessException ex) {
			throw new MigrationException(new MigrationPlace(database.name(), null, null), null,
					"the schemas beside its own can't be found: %s; correct the query or the code that names them"
						.formatted(ex.getMostSpecificCause().getMessage()),
					ex);
		}
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
