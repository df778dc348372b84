package io.dbregistry.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.dbregistry.database.ConnectionSource.OpenPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try to open a database, on a thread of its own, since a driver may ignore time
 * limits and interrupts.
 */
final class OpenAttempt {

	private static final Logger logger = LoggerFactory.getLogger(Database.class);

	/** Who becomes a holder when it succeeds; guarded by the gate's lock. */
	final Set<GateLease> waiting = new LinkedHashSet<>();

	private final ConnectionSource source;

	private final DatabaseSettings settings;

	private final AddedHooks addedHooks;

	private final Finish finish;

	private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

	private final Thread thread;

	private final long start = System.nanoTime();

	private volatile boolean givenUp;

	/** What is left to do when it has ended; known to its own thread only. */
	private Runnable rest = () -> {
	};

	OpenAttempt(String name, ConnectionSource source, DatabaseSettings settings, AddedHooks addedHooks, Finish finish) {
		this.source = source;
		this.settings = settings;
		this.addedHooks = addedHooks;
		this.finish = finish;
		this.thread = new Thread(this::run, "registry-open-" + name);
		this.thread.setDaemon(true);
	}

	void start(@Nullable ClassLoader classLoader) {
		this.thread.setContextClassLoader(classLoader);
		this.thread.start();
	}

	/** Asks the driver to stop; it may take its time, or not listen at all. */
	void giveUp() {
		this.givenUp = true;
		this.thread.interrupt();
	}

	/**
	 * Whether nobody waits for it, or it hangs beyond the limit: another one is worth it.
	 */
	boolean isGivenUp() {
		return this.givenUp || elapsed().compareTo(this.settings.openTimeout()) > 0;
	}

	/** Ends the wait of all who joined; they do not become holders. */
	void cutOff(Throwable reason) {
		this.waiting.clear();
		this.done.completeExceptionally(reason);
	}

	Future<@Nullable Void> done() {
		return this.done;
	}

	/** Ends the wait of all who joined. */
	private void complete(@Nullable Throwable failure) {
		if (failure == null) {
			this.done.complete(null);
		}
		else {
			this.done.completeExceptionally(failure);
		}
	}

	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	private void run() {
		OpenPool pool = open();
		if (pool != null) {
			runHooks(pool);
		}
		this.rest.run();
	}

	private void runHooks(OpenPool pool) {
		Deque<OpenHook> run = new ArrayDeque<>();
		for (OpenHook hook : this.settings.openHooks()) {
			if (!runs(hook, pool, run)) {
				return;
			}
		}
		OpenHook added = nextOrEnd(pool, run);
		while (added != null && runs(added, pool, run)) {
			added = nextOrEnd(pool, run);
		}
	}

	private @Nullable OpenPool open() {
		try {
			return this.source.open(this.settings.openTimeout());
		}
		catch (Throwable ex) {
			end(null, ex);
			return null;
		}
	}

	/** Returns false when the hook has failed, and the attempt with it. */
	private boolean runs(OpenHook hook, OpenPool pool, Deque<OpenHook> run) {
		try {
			hook.opened(pool.dataSource());
			run.push(hook);
			return true;
		}
		catch (Throwable ex) {
			run.forEach((done) -> undo(done, ex));
			closeAfter(ex, pool);
			end(null, ex);
			return false;
		}
	}

	private @Nullable OpenHook nextOrEnd(OpenPool pool, Deque<OpenHook> run) {
		return this.addedHooks.nextOrEnd(run, () -> end(pool, null));
	}

	private void end(@Nullable OpenPool pool, @Nullable Throwable failure) {
		Runnable close = this.finish.finish(this, pool, failure);
		this.rest = () -> {
			close.run();
			complete(failure);
		};
	}

	private static void undo(OpenHook hook, Throwable failure) {
		try {
			hook.undo();
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	private static void closeAfter(Throwable failure, OpenPool pool) {
		try {
			pool.close();
		}
		catch (SQLException | RuntimeException ex) {
			logger.debug("Closing a half-open pool failed", ex);
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Told once how an attempt ended: with a pool or with a failure. What it returns is
	 * done afterwards, when no lock is held.
	 */
	@FunctionalInterface
	interface Finish {

		Runnable finish(OpenAttempt attempt, @Nullable OpenPool pool, @Nullable Throwable failure);

	}

}
