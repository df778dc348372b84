package io.dbregistry.boot.health;

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

	/** Guarded by this. */
	private CompletableFuture<@Nullable Void> answer = CompletableFuture.completedFuture(null);

	DatabaseProbe(Database database) {
		this.database = database;
	}

	Database database() {
		return this.database;
	}

	/**
	 * Asks the database, if it is open.
	 */
	synchronized void ask() {
		if (this.answer.isDone() && this.database.status().state() == DatabaseStatus.State.OPEN) {
			CompletableFuture<@Nullable Void> next = new CompletableFuture<>();
			this.answer = next;
			Thread thread = new Thread(() -> ping(next), "registry-health-" + this.database.name());
			thread.setDaemon(true);
			thread.start();
		}
	}

	private void ping(CompletableFuture<@Nullable Void> next) {
		try {
			this.database.ping();
			next.complete(null);
		}
		catch (Throwable ex) {
			next.completeExceptionally(ex);
		}
	}

	/**
	 * The answer to the latest question.
	 */
	synchronized CompletableFuture<@Nullable Void> answer() {
		return this.answer;
	}

}
