package io.dbregistry.boot.health;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Asks one database on a thread of its own. While an earlier question has no answer, that
 * one is waited for and no further thread is spent.
 */
final class DatabaseProbe {

	private final Database database;

	private final Duration limit;

	private final @Nullable MigrationHealth migrations;

	/** Guarded by this. */
	private CompletableFuture<@Nullable Void> answer = CompletableFuture.completedFuture(null);

	/**
	 * Creates the probe.
	 * @param limit the longest time of an answer
	 * @param migrations what is said of its migrations, or {@code null} for nothing
	 */
	DatabaseProbe(Database database, Duration limit, @Nullable MigrationHealth migrations) {
		this.database = database;
		this.limit = limit;
		this.migrations = migrations;
	}

	Database database() {
		return this.database;
	}

	/** What was read last of its migrations; asked only when the database answers. */
	Map<String, Object> migrations() {
		return (this.migrations != null) ? this.migrations.details() : Map.of();
	}

	boolean isOpen() {
		return this.database.status().state() == DatabaseStatus.State.OPEN;
	}

	/**
	 * Asks the database.
	 * @return the answer to wait for
	 */
	synchronized CompletableFuture<@Nullable Void> ask() {
		if (this.answer.isDone()) {
			CompletableFuture<@Nullable Void> next = new CompletableFuture<>();
			this.answer = next;
			Thread thread = new Thread(() -> ping(next), "registry-health-" + this.database.name());
			thread.setDaemon(true);
			thread.start();
		}
		return this.answer;
	}

	private void ping(CompletableFuture<@Nullable Void> next) {
		try {
			this.database.ping(this.limit);
			next.complete(null);
		}
		catch (Throwable ex) {
			next.completeExceptionally(ex);
		}
	}

}
