package io.dbregistry.database;

import java.time.Duration;
import java.util.List;

import io.dbregistry.database.ConnectionSource.OpenPool;
import io.dbregistry.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the opening of a database at one moment.
 *
 * @param holders the names of those who hold the database or wait for it to come back
 * @param pool the open pool, or {@code null}
 * @param dialect the dialect of the product that answered last, or {@code null}
 * @param server who answered last, or {@code null}
 * @param outage why it could not be opened, or {@code null}
 * @param opening whether it is being opened
 */
record OpenSnapshot(List<String> holders, @Nullable OpenPool pool, @Nullable Dialect dialect,
		DatabaseStatus.@Nullable Server server, DatabaseStatus.@Nullable Outage outage, boolean opening) {

	static final OpenSnapshot CLOSED = new OpenSnapshot(List.of(), null, null, null, null, false);

	/** The same product, otherwise used. */
	OpenSnapshot with(List<String> holders, @Nullable OpenPool pool, DatabaseStatus.@Nullable Outage outage,
			boolean opening) {
		return new OpenSnapshot(holders, pool, this.dialect, this.server, outage, opening);
	}

	/** Open, with who answered. */
	static OpenSnapshot opened(List<String> holders, OpenPool pool, Duration openTime) {
		Probe.Answer answer = pool.answer();
		DatabaseStatus.Server server = new DatabaseStatus.Server(answer.dialect().product(), answer.version(),
				answer.schema(), openTime);
		return new OpenSnapshot(holders, pool, answer.dialect(), server, null, false);
	}

}
