package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.dialect.Dialect;

/**
 * A replay where DDL ends a transaction, one change set after another.
 * <ol>
 * <li>Try to get the lock of the schema, and make the schema the current one.</li>
 * <li>Read the history again, and stop when it is another one.</li>
 * <li>Send the statements of a change set one by one, then its entry in the history;
 * commit. After a failure Liquibase goes on with the change set that failed.</li>
 * <li>Note the state, make the schema current that was, and give the lock back.</li>
 * </ol>
 */
final class StepwiseReplay implements Replay {

	private final Dialect dialect;

	private final Histories histories;

	private final CompiledChangelog compiled;

	private final History before;

	private final StateNotes states;

	private final DataSource source;

	StepwiseReplay(Dialect dialect, Histories histories, CompiledChangelog compiled, History before, StateNotes states,
			DataSource source) {
		this.dialect = dialect;
		this.histories = histories;
		this.compiled = compiled;
		this.before = before;
		this.states = states;
		this.source = source;
	}

	@Override
	public Outcome run(Connection connection, MigrationPlace place) throws SQLException {
		String schema = place.requireSchema();
		MigrationLock lock = MigrationLock.of(this.dialect, this.source, schema, place.home());
		if (!lock.tryAcquire(connection)) {
			return Outcome.BUSY;
		}
		try (Ending last = () -> lock.release(connection)) {
			boolean outdated = this.histories.hasAppeared(connection, schema, this.before)
					|| !this.histories.isStill(connection, schema, this.before);
			return outdated ? Outcome.CHANGED : migrate(connection, place);
		}
	}

	private Outcome migrate(Connection connection, MigrationPlace place) throws SQLException {
		try (Ending last = CurrentSchema.use(connection, place.requireSchema());
				Ending first = Ending.ofTransaction(connection)) {
			Replay.execute(connection, place, this.compiled, connection::commit);
			this.states.write(connection, List.of(place.requireSchema()));
			connection.commit();
			return Outcome.DONE;
		}
	}

}
