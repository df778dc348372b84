package io.dbregistry.migration;

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
		return report(database, chosen(options, MigrationAction.MIGRATE), SchemasMigration.of(database));
	}

	/**
	 * Without the database's own schema, and by the states of the others. Does not open
	 * the database: that may be what this is a part of.
	 */
	MigrationReport migrateSchemas(Database database, MigrationListener listener) {
		ApplyOptions options = new ApplyOptions().listener(listener).withoutOwn().trustingStates();
		List<SchemaResult> results = runOpen(database, enabledSettings(database, options), options, false,
				SchemasMigration.of(database)::migrate);
		return new MigrationReport(database.name(), results).orThrow();
	}

	MigrationReport stamp(Database database, Consumer<ApplyOptions> options) {
		return report(database, chosen(options, MigrationAction.STAMP), (source, places, settings,
				chosen) -> SchemasMigration.each(source, places, settings, chosen, SchemaMigration::stamp));
	}

	MigrationReport rollback(Database database, Consumer<ApplyOptions> options) {
		return report(database, chosen(options, MigrationAction.ROLLBACK), (source, places, settings,
				chosen) -> SchemasMigration.each(source, places, settings, chosen, SchemaMigration::rollback));
	}

	List<SchemaStatus> status(Database database, Consumer<ApplyOptions> options) {
		return run(database, chosen(options, MigrationAction.STATUS),
				(source, places, settings, chosen) -> new SchemaStatuses(source, places, settings, chosen).read());
	}

	/** Of the schemas beside the database's own, or of those that are named. */
	DriftReport drift(Database database, Consumer<ApplyOptions> options) {
		ApplyOptions chosen = chosen(options, MigrationAction.DRIFT);
		List<DriftReport> reports = run(database, chosen.withoutOwn(), (source, places, settings, all) -> {
			List<String> schemas = places.stream().map(MigrationPlace::schema).filter(Objects::nonNull).toList();
			return List.of(new Drift(database, settings).find(schemas));
		});
		return reports.isEmpty() ? new DriftReport(database.name(), 0, List.of()) : reports.get(0);
	}

	String sql(Database database, Consumer<ApplyOptions> options) {
		return String.join("\n",
				run(database, chosen(options, MigrationAction.SQL), (source, places, settings, chosen) -> {
					return places.stream()
						.map((place) -> new SchemaMigration(source, place, settings, chosen).sql())
						.filter((script) -> !script.isEmpty())
						.toList();
				}));
	}

	private static ApplyOptions chosen(Consumer<ApplyOptions> options, MigrationAction action) {
		ApplyOptions chosen = new ApplyOptions(action);
		options.accept(chosen);
		return chosen;
	}

	private MigrationReport report(Database database, ApplyOptions options, SchemasMigration work) {
		List<SchemaResult> results = run(database, options, new Change(work));
		return new MigrationReport(database.name(), results).orThrow();
	}

	/** First the database's own schema, then the others, which have another changelog. */
	private <T> List<T> run(Database database, ApplyOptions options, Run<T> run) {
		ChangelogSettings settings = enabledSettings(database, options);
		boolean own = options.schemas() == null && hasOwn(database, settings, options);
		if (!own && options.schemas() == null && (options.isOwnAlone() || settings.schemas() == null)) {
			return List.of();
		}
		try (Lease open = database.acquire(HOLDER)) {
			return runOpen(database, settings, options, own, run);
		}
	}

	/** What says which others there are may be a table that the own schema gets now. */
	private static <T> List<T> runOpen(Database database, ChangelogSettings settings, ApplyOptions options, boolean own,
			Run<T> run) {
		RealConnections connections = new RealConnections(database);
		List<T> all = new ArrayList<>();
		if (own) {
			all.addAll(run.run(connections, List.of(ownPlace(database, options)), settings, options));
		}
		String home = connections.home(options.action());
		ChangelogSettings others = settings.forSchemas(database.name());
		Set<String> schemas = new LinkedHashSet<>();
		boolean askedForOwn;
		boolean hasOthers;
		try {
			schemas.addAll(schemas(database, settings, options));
			askedForOwn = schemas.remove(home);
			hasOthers = !schemas.isEmpty() && others.hasChangelog(database.name(), options.action());
		}
		catch (MigrationException ex) {
			if (!own) {
				throw ex;
			}
			all.addAll(run.withoutOthers(ex));
			return all;
		}
		if (askedForOwn && !own && hasOwn(database, settings, options)) {
			all.addAll(run.run(connections, List.of(ownPlace(database, options)), settings, options));
		}
		if (hasOthers) {
			all.addAll(run.run(connections,
					schemas.stream().map((schema) -> place(database, schema, home, options)).toList(), others,
					options));
		}
		return all;
	}

	private static MigrationPlace ownPlace(Database database, ApplyOptions options) {
		return place(database, database.schema(), database.schema(), options);
	}

	private static MigrationPlace place(Database database, @Nullable String schema, @Nullable String home,
			ApplyOptions options) {
		return new MigrationPlace(database.name(), schema, home, options.action());
	}

	private static boolean hasOwn(Database database, ChangelogSettings settings, ApplyOptions options) {
		return options.isOwn() && settings.hasChangelog(database.name(), options.action());
	}

	/** How a database is migrated. */
	ChangelogSettings settings(Database database) {
		ChangelogSettings known = this.changelogs.get(database.name());
		return (known != null) ? known : ChangelogSettings.builder().build();
	}

	private ChangelogSettings enabledSettings(Database database, ApplyOptions options) {
		ChangelogSettings settings = settings(database);
		if (!settings.enabled()) {
			throw new MigrationException(MigrationPlace.of(database.name(), options.action()), null,
					"it is switched off for this database; switch it on in its changelog settings", null);
		}
		return settings;
	}

	/** The schemas that are asked for, the database's own perhaps among them. */
	private static List<String> schemas(Database database, ChangelogSettings settings, ApplyOptions options) {
		List<String> asked = options.schemas();
		if (options.isOwnAlone()) {
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
			throw new MigrationException(MigrationPlace.of(database.name(), options.action()), null,
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

		/**
		 * The schemas beside the database's own, with which it is done, are not known.
		 */
		default List<T> withoutOthers(MigrationException failure) {
			logger.warn("{}; what is said is of its own schema alone", failure.getMessage());
			return List.of();
		}

	}

	/**
	 * Changes schemas, and fails at the end.
	 */
	private record Change(SchemasMigration work) implements Run<SchemaResult> {

		@Override
		public List<SchemaResult> run(DataSource source, List<MigrationPlace> places, ChangelogSettings settings,
				ApplyOptions options) {
			return this.work.migrate(source, places, settings, options);
		}

		@Override
		public List<SchemaResult> withoutOthers(MigrationException failure) {
			return List.of(new SchemaResult(null, List.of(), failure));
		}

	}

}
