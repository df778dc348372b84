package io.dbregistry.migration;

import io.dbregistry.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * One changelog on one schema.
 *
 * @param place the schema
 * @param settings how it is migrated
 * @param options what was asked for this time
 * @param dialect the dialect of the product that answers
 */
record MigrationTask(MigrationPlace place, ChangelogSettings settings, ApplyOptions options, Dialect dialect) {

	/** The schema of Liquibase's own tables. */
	@Nullable String historySchema() {
		return (this.settings.historySchema() != null) ? this.settings.historySchema() : this.place.schema();
	}

}
