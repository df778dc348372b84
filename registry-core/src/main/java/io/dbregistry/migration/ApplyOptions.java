package io.dbregistry.migration;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Which schemas are concerned, and how far. Not safe for use by several threads.
 */
public final class ApplyOptions {

	private @Nullable List<String> schemas;

	private @Nullable String to;

	private @Nullable Integer count;

	private @Nullable MigrationListener listener;

	private boolean takesOver;

	private boolean own = true;

	private boolean others = true;

	private boolean trusts;

	ApplyOptions() {
	}

	/**
	 * Names the schemas, instead of the database's own and those that
	 * {@link ChangelogSettings#schemas()} says.
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

	/** Leaves the schemas beside the database's own out. */
	ApplyOptions onlyOwn() {
		this.others = false;
		return this;
	}

	boolean isOthers() {
		return this.others;
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

	void tell(Consumer<MigrationListener> event) {
		if (this.listener != null) {
			event.accept(this.listener);
		}
	}

}
