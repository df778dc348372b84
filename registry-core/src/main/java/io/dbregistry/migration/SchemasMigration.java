package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.migration.MigrationReport.SchemaResult;

/**
 * Migrates the schemas of one database.
 */
@FunctionalInterface
interface SchemasMigration {

	/**
	 * Migrates schemas; when one fails, the others are migrated all the same.
	 * @param source connections of the database
	 * @param places the schemas, at least one
	 * @param settings how they are migrated
	 * @param options what was asked for
	 * @return what became of each, in the same order
	 */
	List<SchemaResult> migrate(DataSource source, List<MigrationPlace> places, ChangelogSettings settings,
			ApplyOptions options);

	/** Several by statements compiled once, a single one by Liquibase. */
	static SchemasMigration of(Database database) {
		return (source, places, settings, options) -> (places.size() > 1)
				? many(database, source, places, settings, options) : oneByOne(source, places, settings, options);
	}

	private static List<SchemaResult> many(Database database, DataSource source, List<MigrationPlace> places,
			ChangelogSettings settings, ApplyOptions options) {
		Dialect dialect = database.dialect();
		DatabaseStatus.Pool pool = database.status().pool();
		int possible = (pool != null) ? pool.maximum() : settings.workers();
		// in H2 all changes of tables wait for one lock, some of them for each other
		int workers = (MigrationProduct.of(dialect) == MigrationProduct.H2) ? 1
				: Math.max(1, Math.min(settings.workers(), possible));
		MigrationTask first = new MigrationTask(places.get(0), settings, options, dialect);
		return new ManySchemas(source, first, workers, new SchemaResults(places, options)).run();
	}

	/** One after another, by Liquibase. */
	static List<SchemaResult> oneByOne(DataSource source, List<MigrationPlace> places, ChangelogSettings settings,
			ApplyOptions options) {
		return each(source, places, settings, options, SchemaMigration::migrate);
	}

	/** Does the same to each schema, and tells the listener. */
	static List<SchemaResult> each(DataSource source, List<MigrationPlace> places, ChangelogSettings settings,
			ApplyOptions options, Function<SchemaMigration, List<String>> work) {
		List<SchemaResult> results = new ArrayList<>();
		for (MigrationPlace place : places) {
			SchemaResult result = result(place,
					() -> work.apply(new SchemaMigration(source, place, settings, options)));
			results.add(result);
			options.tell(place,
					(listener) -> listener.finished(place.database(), result, results.size(), places.size()));
		}
		return results;
	}

	/** What became of one schema. */
	static SchemaResult result(MigrationPlace place, Supplier<List<String>> work) {
		try {
			return new SchemaResult(place.schema(), work.get(), null);
		}
		catch (MigrationException ex) {
			return new SchemaResult(place.schema(), List.of(), ex);
		}
	}

}
