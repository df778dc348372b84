package io.dbregistry.migration;

import io.dbregistry.dialect.Dialect;

/**
 * One changelog on one schema.
 *
 * @param place the schema
 * @param settings how it is migrated
 * @param options what was asked for this time
 * @param dialect the dialect of the product that answers
 */
record MigrationTask(MigrationPlace place, ChangelogSettings settings, ApplyOptions options, Dialect dialect) {

}
