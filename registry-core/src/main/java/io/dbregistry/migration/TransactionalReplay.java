package io.dbregistry.migration;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A replay on PostgreSQL, all of it or nothing.
 * <ol>
 * <li>Begin a transaction, put the schema in front of the search path, try to get the
 * lock of the schema, both until the end of the transaction, and read the history again:
 * one round trip. Stop when somebody else has the lock, or the history is another
 * one.</li>
 * <li>Send all statements together. When one fails, roll back, begin again and send them
 * one by one: drivers do not say which one of many has failed.</li>
 * <li>Note the state, make sure that a schema without history was there all the time, so
 * that no table went to the next one of the path, and commit.</li>
 * </ol>
 */
final class TransactionalReplay implements Replay {

	/** Who sees only what was there when it began would not see what others did since. */
	private static final String BEGIN = """
			set transaction isolation level read committed;
			select set_config('search_path', %s, true);
			select pg_try_advisory_xact_lock(?)""".formatted(CurrentSchema.IN_FRONT);

	private final Histories histories;

	private final CompiledChangelog compiled;

	private final History before;

	private final StateNotes states;

	private final List<String> all = new ArrayList<>();

	TransactionalReplay(Histories histories, CompiledChangelog compiled, History before, StateNotes states) {
		this.histories = histories;
		this.compiled = compiled;
		this.before = before;
		this.states = states;
		this.all.addAll(compiled.beginning());
		compiled.changeSets().forEach((changeSet) -> this.all.addAll(changeSet.all()));
	}

	@Override
	public Outcome run(Connection connection, MigrationPlace place) throws SQLException {
		try {
			return attempt(connection, place, this::sendTogether);
		}
		catch (BatchUpdateException ex) {
			return again(connection, place, ex);
		}
	}

	/**
	 * The words of a batch are not shown: they have the statement, and it may have a
	 * secret.
	 */
	private Outcome again(Connection connection, MigrationPlace place, BatchUpdateException failure)
			throws SQLException {
		if (connection.isClosed() && failure.getNextException() != null) {
			throw failure.getNextException();
		}
		return this.histories.hasAppeared(connection, place.requireSchema(), this.before) ? Outcome.CHANGED
				: attempt(connection, place, this::sendEach);
	}

	private Outcome attempt(Connection connection, MigrationPlace place, Work work) throws SQLException {
		try (Ending last = Ending.ofTransaction(connection)) {
			Outcome outcome = begin(connection, place.requireSchema());
			if (outcome == Outcome.DONE) {
				work.run(connection, place);
				this.states.write(connection, List.of(place.requireSchema()));
				requireSchema(connection, place);
				connection.commit();
			}
			return outcome;
		}
	}

	private Outcome begin(Connection connection, String schema) throws SQLException {
		String sql = this.before.exists() ? BEGIN + ";\n" + this.histories.sql(schema, this.before) : BEGIN;
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, schema);
			statement.setLong(2, MigrationLock.key(schema));
			statement.execute();
			statement.getMoreResults();
			statement.getMoreResults();
			try (ResultSet rows = statement.getResultSet()) {
				if (!rows.next() || !rows.getBoolean(1)) {
					return Outcome.BUSY;
				}
			}
			return isStill(statement) ? Outcome.DONE : Outcome.CHANGED;
		}
	}

	/**
	 * The lock was there before the server read the history, so nobody changes it now.
	 */
	private boolean isStill(Statement statement) throws SQLException {
		if (!this.before.exists()) {
			return true;
		}
		statement.getMoreResults();
		try (ResultSet rows = statement.getResultSet()) {
			return Histories.isStill(rows, this.before);
		}
	}

	private void sendTogether(Connection connection, MigrationPlace place) throws SQLException {
		try (Statement batch = connection.createStatement()) {
			for (String sql : this.all) {
				batch.addBatch(sql);
			}
			batch.executeBatch();
		}
	}

	private void sendEach(Connection connection, MigrationPlace place) throws SQLException {
		Replay.execute(connection, place, this.compiled, () -> {
		});
	}

	/** With a history table read or made in it, a schema cannot be dropped any more. */
	private void requireSchema(Connection connection, MigrationPlace place) throws SQLException {
		if (!this.before.exists()) {
			String current = MigrationLock.value(connection, "select current_schema()", String.class).orElse("");
			if (!current.equals(place.schema())) {
				throw new MigrationException(place, null,
						"the schema does not exist; create it, or leave it out of those that are migrated", null);
			}
		}
	}

	/** Statements of a transaction. */
	@FunctionalInterface
	private interface Work {

		void run(Connection connection, MigrationPlace place) throws SQLException;

	}

}
