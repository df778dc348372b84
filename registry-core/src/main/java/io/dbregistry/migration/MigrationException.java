package io.dbregistry.migration;

import io.dbregistry.error.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * A schema could not be migrated. When several could not, the others are suppressed
 * exceptions of the first. What was applied before is not repeated by the next attempt.
 */
public final class MigrationException extends RegistryException {

	private final MigrationPlace place;

	private final @Nullable String changeSet;

	private final String reason;

	MigrationException(MigrationPlace place, @Nullable String changeSet, String reason, @Nullable Throwable cause) {
		super("Migrating %s failed%s: %s".formatted(place,
				(changeSet != null) ? " at change set '%s'".formatted(changeSet) : "", reason), cause);
		this.place = place;
		this.changeSet = changeSet;
		this.reason = reason;
	}

	/** The same failure of another schema. */
	MigrationException at(MigrationPlace other) {
		return new MigrationException(other, this.changeSet, this.reason, getCause());
	}

	/**
	 * The database concerned.
	 * @return its name
	 */
	public String getDatabase() {
		return this.place.database();
	}

	/**
	 * The schema concerned.
	 * @return its exact name, or {@code null} for the connection's default
	 */
	public @Nullable String getSchema() {
		return this.place.schema();
	}

	/**
	 * The change set concerned.
	 * @return its file, id and author as Liquibase prints them, or {@code null} when it
	 * is no single one
	 */
	public @Nullable String getChangeSet() {
		return this.changeSet;
	}

}
