package io.dbregistry.migration;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What migrating the schemas of a database did.
 *
 * @param database the name of the database
 * @param schemas the schemas in the order they were asked for
 */
public record MigrationReport(String database, List<SchemaResult> schemas) {

	public MigrationReport {
		schemas = List.copyOf(schemas);
	}

	/**
	 * Whether nothing was to be done.
	 * @return {@code true} when no change set was applied or undone in any schema
	 */
	public boolean isEmpty() {
		return this.schemas.stream().allMatch((schema) -> schema.changeSets().isEmpty());
	}

	/** The failures as one exception, or {@code this}. */
	MigrationReport orThrow() {
		List<MigrationException> failures = this.schemas.stream()
			.map(SchemaResult::failure)
			.filter(Objects::nonNull)
			.toList();
		if (!failures.isEmpty()) {
			throw MigrationException.of(this, failures);
		}
		return this;
	}

	/**
	 * What became of one schema.
	 *
	 * @param schema the exact name, or {@code null} for the connection's default
	 * @param changeSets the change sets that were applied or undone, in that order; file,
	 * id and author as Liquibase prints them
	 * @param failure why it could not be migrated, or {@code null}
	 */
	public record SchemaResult(@Nullable String schema, List<String> changeSets, @Nullable MigrationException failure) {

		public SchemaResult {
			changeSets = List.copyOf(changeSets);
		}

	}

}
