package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sql.DataSource;

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
			options.tell((listener) -> listener.finished(place.database(), result, results.size(), places.size()));
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
