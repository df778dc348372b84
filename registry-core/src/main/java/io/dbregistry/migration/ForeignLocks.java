package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of many schemas others are migrating, as it was read last. Not safe for use by
 * several threads.
 */
final class ForeignLocks {

	private final MigrationTask first;

	private final Histories histories;

	private final SchemaResults results;

	private final Map<String, LockRow.Held> held = new HashMap<>();

	/**
	 * Creates the locks.
	 * @param first the task of the first schema
	 */
	ForeignLocks(MigrationTask first, Histories histories, SchemaResults results) {
		this.first = first;
		this.histories = histories;
		this.results = results;
	}

	/** Reads the locks of Liquibase, and takes over what may be taken over. */
	void read(Connection connection, List<String> schemas, Histories.Failures failures) throws SQLException {
		this.held.clear();
		this.held.putAll(this.histories.locks(connection, schemas, failures));
		for (Map.Entry<String, LockRow.Held> lock : Map.copyOf(this.held).entrySet()) {
			MigrationTask task = new MigrationTask(this.results.place(lock.getKey()), this.first.settings(),
					this.first.options(), this.first.dialect());
			if (new LockRow(task).tryTakeOver(connection, lock.getValue())) {
				this.held.remove(lock.getKey());
			}
		}
	}

	/** The schemas that nobody has who uses Liquibase without the registry. */
	List<String> free(List<String> schemas) {
		return schemas.stream().filter((schema) -> !this.held.containsKey(schema)).toList();
	}

	/**
	 * What is waited for: schemas without a lock of Liquibase have one of the registry.
	 */
	String describe(List<String> schemas) {
		LockRow.Held one = this.held.get(schemas.get(0));
		return "%d schemas of database '%s' are locked, '%s' by %s".formatted(schemas.size(),
				this.first.place().database(), schemas.get(0),
				(one != null) ? one : "another instance of the application");
	}

	/** Says of each schema who has it, and what can be done about it. */
	void fail(List<String> schemas, Duration waited) {
		for (String schema : schemas) {
			LockRow.Held one = this.held.get(schema);
			String time = LockWait.describe(waited);
			String reason = (one != null)
					? "it is locked by %s in table '%s', still after %s; %s".formatted(one,
							this.first.settings().lockTable(), time, LockRow.NEXT_STEP)
					: "it is locked by another instance, still after %s; %s".formatted(time, MigrationLock.NEXT_STEP);
			this.results.fail(schema, reason, null);
		}
	}

}
