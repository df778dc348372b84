package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * The part of a migration that one instance at a time may do.
 */
final class LockedMigration {

	private final MigrationTask task;

	private final DataSource source;

	private final Connection connection;

	private final boolean toTheEnd;

	private final StateTable state;

	LockedMigration(MigrationTask task, DataSource source, Connection connection, boolean toTheEnd) {
		this.task = task;
		this.source = source;
		this.connection = connection;
		this.toTheEnd = toTheEnd;
		this.state = new StateTable(task);
	}

	/** Does work, unless another instance has done it meanwhile. */
	List<String> run(LiquibaseRun.Work<List<String>> work) throws SQLException {
		SchemaLock lock = SchemaLock.of(this.task, this.source, this.connection);
		Optional<Ending> acquired = lock.acquire(this::isDone);
		if (acquired.isEmpty()) {
			return List.of();
		}
		try (Ending held = acquired.get()) {
			return isDone() ? List.of() : run(work, lock.isOurs(), this.state.tryCreate(this.connection));
		}
	}

	private boolean isDone() {
		return this.toTheEnd && this.state.isUpToDate(this.connection);
	}

	/** Writes the state of a schema that somebody else has migrated. */
	void note() throws SQLException {
		if (this.state.tryCreate(this.connection)) {
			run((run) -> List.of(), true, true);
		}
	}

	private List<String> run(LiquibaseRun.Work<List<String>> work, boolean ours, boolean stateful) throws SQLException {
		if (stateful) {
			this.state.forget(this.connection);
		}
		ChangelogInputs inputs = ChangelogInputs.none();
		boolean[] complete = new boolean[1];
		List<String> result = LiquibaseRun.call(this.task, this.connection, ours, inputs, (run) -> {
			List<String> changed = work.on(run);
			complete[0] = run.pending().isEmpty();
			return changed;
		});
		Optional<String> digest = complete[0] ? inputs.digest(this.task.settings()) : Optional.empty();
		if (stateful && digest.isPresent()) {
			this.state.write(this.connection, inputs, digest.get());
		}
		return result;
	}

}
