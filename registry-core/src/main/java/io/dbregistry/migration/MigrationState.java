package io.dbregistry.migration;

import io.dbregistry.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * What a database has once all of its generated migrations are applied.
 *
 * @param product the product they are written for, by the name its driver reports
 * @param migration the last of them, or {@code null} before the first
 * @param parent the one before that, or {@code null} for none
 * @param metadata the tables and sequences, in the normal form of the product; those in
 * the default schema have none
 */
record MigrationState(String product, @Nullable String migration, @Nullable String parent, Metadata metadata) {

	/**
	 * The state after one more migration.
	 * @param name the migration
	 * @param after what the database has then
	 */
	MigrationState next(String name, Metadata after) {
		return new MigrationState(this.product, name, this.migration, after);
	}

}
