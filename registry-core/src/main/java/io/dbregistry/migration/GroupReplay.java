package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;

import javax.sql.DataSource;

import io.dbregistry.migration.Replay.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Replays a changelog in all schemas of a group: in the first alone, then in the others,
 * several at once. When the first three fail, the others are not tried.
 */
final class GroupReplay {

	private static final int TRIES = 3;

	private final DataSource source;

	private final Replay replay;

	private final List<String> names;

	private final int workers;

	private final SchemaResults results;

	private final BiConsumer<String, Exception> failures;

	/**
	 * Creates a replay.
	 * @param names the change sets of the changelog
	 * @param failures is told why a schema could not be migrated
	 */
	GroupReplay(DataSource source, Replay replay, List<String> names, int workers, SchemaResults results,
			BiConsumer<String, Exception> failures) {
		this.source = source;
		this.replay = replay;
		this.names = names;
		this.workers = workers;
		this.results = results;
		this.failures = failures;
	}

	/** Migrates the schemas of the group; those that others are at stay as they are. */
	void run(List<String> group) throws InterruptedException {
		int next = 0;
		boolean proven = false;
		for (int failures = 0; !proven && next < group.size(); next++) {
			if (failures == TRIES) {
				String reason = "not tried, since %d schemas with the same history failed before; see to these, and migrate again"
					.formatted(TRIES);
				group.subList(next, group.size()).forEach((schema) -> this.results.fail(schema, reason, null));
				return;
			}
			requireUninterrupted();
			Outcome outcome = replay(group.get(next));
			failures += (outcome == null) ? 1 : 0;
			proven = outcome == Outcome.DONE;
		}
		new ReplayPool(this.workers, this::replay).run(group.subList(next, group.size()));
	}

	/** Replays in one schema; returns {@code null} when that failed. */
	private @Nullable Outcome replay(String schema) {
		try (Connection connection = this.source.getConnection()) {
			connection.setAutoCommit(true);
			Outcome outcome = this.replay.run(connection, this.results.place(schema));
			if (outcome == Outcome.DONE) {
				this.results.apply(schema, this.names);
			}
			return outcome;
		}
		catch (SQLException | RuntimeException ex) {
			this.failures.accept(schema, ex);
			return null;
		}
	}

	static void requireUninterrupted() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException("Interrupted while schemas were migrated");
		}
	}

}
