package io.dbregistry.migration;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is migrated.
 *
 * @param database the name of the database
 * @param schema the exact name of the schema, or {@code null} for the connection's
 * default
 * @param home the schema that has the table with the states, or {@code null} for the
 * connection's default
 * @param action what is done there
 */
record MigrationPlace(String database, @Nullable String schema, @Nullable String home, MigrationAction action) {

	MigrationPlace(String database, @Nullable String schema, @Nullable String home) {
		this(database, schema, home, MigrationAction.MIGRATE);
	}

	/** Where it is not known yet which schema. */
	static MigrationPlace of(String database, MigrationAction action) {
		return new MigrationPlace(database, null, null, action);
	}

	/** The schema, where there are several. */
	String requireSchema() {
		return Objects.requireNonNull(this.schema, "One of many schemas has a name");
	}

	@Override
	public String toString() {
		return ((this.schema != null) ? "schema '%s' of ".formatted(this.schema) : "")
				+ "database '%s'".formatted(this.database);
	}

}
