package io.dbregistry.migration;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which schemas are concerned, and how far. Not safe for use by several threads.
 */
public final class ApplyOptions {

	private static final Logger logger = LoggerFactory.getLogger(ApplyOptions.class);

	private @Nullable List<String> schemas;

	private @Nullable String to;

	private @Nullable Integer count;

	private @Nullable MigrationListener listener;

	private boolean takesOver;

	/** What all the time was that was waited for locks that nobody gave back. */
	private Duration inVain = Duration.ZERO;

	private boolean own = true;

	private boolean trusts;

	private final MigrationAction action;

	ApplyOptions() {
		this(MigrationAction.MIGRATE);
	}

	ApplyOptions(MigrationAction action) {
		this.action = action;
	}

	MigrationAction action() {
		return this.action;
	}

	/**
	 * Names the schemas, instead of the database's own and those that
	 * {@link ChangelogSettings#schemas()} says. Unless it is called, a rollback, a stamp,
	 * and whatever has an end are for the database's own alone.
	 * @param schemas the exact names
	 * @return these options
	 */
	public ApplyOptions schemas(String... schemas) {
		this.schemas = List.of(schemas);
		return this;
	}

	/**
	 * Names the last migration that is wanted: what comes after it is not applied, or is
	 * undone.
	 * @param migration the id of a change set, or what the ids of a migration begin with,
	 * such as {@code 0002_add_pages}
	 * @return these options
	 */
	public ApplyOptions to(String migration) {
		this.to = migration;
		return this;
	}

	/**
	 * Sets how many change sets are applied or undone.
	 * @param count at least 1
	 * @return these options
	 */
	public ApplyOptions count(int count) {
		if (count < 1) {
			throw new IllegalArgumentException("'%d' is no number of change sets; give at least 1".formatted(count));
		}
		this.count = count;
		return this;
	}

	/**
	 * Sets who is told what is done.
	 * @param listener the listener
	 * @return these options
	 */
	public ApplyOptions listener(MigrationListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Takes the lock of another user of Liquibase over, whatever its age: only when that
	 * process is known to be dead.
	 * @return these options
	 */
	public ApplyOptions takeOverLock() {
		this.takesOver = true;
		return this;
	}

	@Nullable List<String> schemas() {
		return this.schemas;
	}

	/** Leaves the database's own schema out. */
	ApplyOptions withoutOwn() {
		this.own = false;
		return this;
	}

	boolean isOwn() {
		return this.own;
	}

	/** Passes over schemas that are noted to have everything, without a look at them. */
	ApplyOptions trustingStates() {
		this.trusts = true;
		return this;
	}

	boolean trustsStates() {
		return this.trusts;
	}

	/**
	 * Whether only the database's own schema is meant: each further schema has another
	 * changelog, to which a number or the name of a migration means something else, and
	 * none of them is undone unless it is named.
	 */
	boolean isOwnAlone() {
		return this.schemas == null
				&& (!isAll() || this.action == MigrationAction.ROLLBACK || this.action == MigrationAction.STAMP);
	}

	/** Whether no end is set. */
	boolean isAll() {
		return this.to == null && this.count == null;
	}

	ChangeSetRange range() {
		return new ChangeSetRange(this.to, this.count);
	}

	boolean takesOver() {
		return this.takesOver;
	}

	/** Tells the listener; a failure of it is logged, and the migration goes on. */
	void tell(MigrationPlace place, Consumer<MigrationListener> event) {
		MigrationListener told = this.listener;
		if (told == null) {
			return;
		}
		try {
			event.accept(told);
		}
		catch (RuntimeException ex) {
			logger.warn("Listener '{}' failed when it was told of {}; the migration goes on", told.getClass().getName(),
					place, ex);
		}
	}

	/** What may still be waited for others in this run. */
	LockWait waitFor(Duration timeout) {
		return new LockWait(timeout.minus(this.inVain));
	}

	/** A lock was not given back in this time; others are waited for that much less. */
	void waitedInVain(Duration time) {
		this.inVain = this.inVain.plus(time);
	}

}
