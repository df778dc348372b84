package io.dbregistry.migration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a schema has of its changelog.
 *
 * @param schema the exact name, or {@code null} for the connection's default
 * @param applied how many change sets were applied
 * @param pending the change sets that are to be applied, in that order; file, id and
 * author as Liquibase prints them
 * @param last the change set that was applied last, or {@code null}
 * @param lockHolder who migrates it at the moment, for people, or {@code null}
 * @param lockAge for how long, or {@code null} when the database does not say
 * @param problem why nothing is known of it, such as that it does not exist, or
 * {@code null}; then nothing is applied and nothing pending here
 */
public record SchemaStatus(@Nullable String schema, int applied, List<String> pending, @Nullable String last,
		@Nullable String lockHolder, @Nullable Duration lockAge, @Nullable String problem) {

	public SchemaStatus {
		pending = List.copyOf(pending);
	}

	/** One of which nothing is known. */
	static SchemaStatus unknown(@Nullable String schema, String problem) {
		return new SchemaStatus(schema, 0, List.of(), null, null, null, problem);
	}

	/** The same of another schema, which somebody else may be migrating. */
	SchemaStatus of(@Nullable String schema, Lock lock) {
		return new SchemaStatus(schema, this.applied, this.pending, this.last, lock.holder(), lock.age(), this.problem);
	}

	/**
	 * Who migrates it at the moment, and for how long.
	 * @return a text for people, or empty for nobody
	 */
	public Optional<String> findLock() {
		String age = (this.lockAge != null) ? " for " + LockWait.describe(this.lockAge) : "";
		return Optional.ofNullable(this.lockHolder).map((holder) -> holder + age);
	}

	/**
	 * Who migrates a schema.
	 *
	 * @param holder who, for people, or {@code null} for nobody
	 * @param age for how long, or {@code null} when the database does not say
	 */
	record Lock(@Nullable String holder, @Nullable Duration age) {

	}

}
