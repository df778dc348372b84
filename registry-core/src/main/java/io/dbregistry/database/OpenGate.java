package io.dbregistry.database;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.dbregistry.database.ConnectionSource.OpenPool;
import org.jspecify.annotations.Nullable;

/**
 * Counts who holds a database and opens and closes its pool at the ends.
 * <ol>
 * <li>The first holder starts an {@link OpenAttempt} on a thread of its own; those who
 * come meanwhile join it. Each waits for its own time limit and no longer.
 * <li>When the attempt succeeds, all who still wait become holders at once; when nobody
 * waits any more, what it opened is closed.
 * <li>When it fails, nobody has become a holder; each waiter is told why.
 * <li>Those who accept a database that is down stay on a list and are retried with
 * backoff until an attempt succeeds or they leave. An attempt that hangs beyond its limit
 * is interrupted and followed by one other, never by more.
 * <li>The last holder to leave closes the pool, outside of the lock; those who come
 * meanwhile wait for that within their limit.
 * </ol>
 */
final class OpenGate {

	private final String name;

	private final DatabaseSettings settings;

	private final AddedHooks hooks;

	private final ConnectionSource source;

	private final OpenReport report;

	private final Object lock = new Object();

	/** Guarded by {@link #lock}. */
	private final Set<GateLease> holders = new LinkedHashSet<>();

	/** Holders of a database that is down; guarded by {@link #lock}. */
	private final Set<GateLease> pending = new LinkedHashSet<>();

	/** Guarded by {@link #lock}. */
	private final OpenAttempts attempts = new OpenAttempts();

	/** The holder that {@link #acquireOnce} made; guarded by {@link #lock}. */
	private @Nullable GateLease once;

	/** Set while a pool is being closed; guarded by {@link #lock}. */
	private @Nullable CompletableFuture<@Nullable Void> closing;

	/** Set while somebody is pending; guarded by {@link #lock}. */
	private @Nullable Future<?> retry;

	/** Written under {@link #lock}. */
	private volatile OpenSnapshot snapshot = OpenSnapshot.CLOSED;

	OpenGate(String name, DatabaseSettings settings, AddedHooks hooks, ConnectionSource source, OpenReport report) {
		this.name = name;
		this.settings = settings;
		this.hooks = hooks;
		this.source = source;
		this.report = report;
	}

	String name() {
		return this.name;
	}

	/** What is known now, without waiting. */
	OpenSnapshot snapshot() {
		return this.snapshot;
	}

	GateLease acquire(String holder) {
		GateLease lease = new GateLease(this, holder);
		long start = System.nanoTime();
		OpenAttempt joined = join(lease, start);
		if (joined != null) {
			await(joined, lease, start);
		}
		return lease;
	}

	/** Returns {@code null} when the lease holds a database that was open already. */
	private @Nullable OpenAttempt join(GateLease lease, long start) {
		while (true) {
			Future<?> closing;
			synchronized (this.lock) {
				if (this.snapshot.pool() != null) {
					this.holders.add(lease);
					publish(this.snapshot.pool(), null);
					return null;
				}
				closing = this.closing;
				if (closing == null) {
					OpenAttempt attempt = currentAttempt();
					attempt.waiting.add(lease);
					publish(null, this.snapshot.outage());
					return attempt;
				}
			}
			awaitClosing(closing, start);
		}
	}

	private void awaitClosing(Future<?> closing, long start) {
		try {
			closing.get(remaining(start), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw this.report.stillClosing(this.settings.openTimeout());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.report.interrupted(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Closing always ends well for those who wait", ex);
		}
	}

	private long remaining(long start) {
		long limit = TimeUnit.MILLISECONDS.toNanos(this.settings.openTimeout().toMillis());
		return Math.max(0, limit - (System.nanoTime() - start));
	}

	private OpenAttempt currentAttempt() {
		return this.attempts
			.current(() -> new OpenAttempt(this.name, this.source, this.settings, this.hooks, this::finish));
	}

	private void await(OpenAttempt joined, GateLease lease, long start) {
		try {
			joined.done().get(remaining(start), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			throw this.report.failed(ex.getCause());
		}
		catch (TimeoutException ex) {
			if (leave(joined, lease)) {
				throw this.report.timedOut(this.settings.openTimeout());
			}
		}
		catch (InterruptedException ex) {
			if (!leave(joined, lease)) {
				lease.release();
			}
			Thread.currentThread().interrupt();
			throw this.report.interrupted(ex);
		}
	}

	/** Returns false when the lease holds an open database by now. */
	private boolean leave(OpenAttempt joined, GateLease lease) {
		synchronized (this.lock) {
			if (this.holders.contains(lease)) {
				return false;
			}
			joined.waiting.remove(lease);
			if (this.pending.isEmpty()) {
				this.attempts.giveUpUnwanted();
			}
			publish(this.snapshot.pool(), this.snapshot.outage());
			return true;
		}
	}

	/**
	 * Acquires for a holder that there is at most once.
	 * @return false when it held the database already
	 */
	boolean acquireOnce(String holder) {
		GateLease lease = acquire(holder);
		synchronized (this.lock) {
			if (this.once != null && this.holders.contains(this.once)) {
				this.holders.remove(lease);
				publish(this.snapshot.pool(), null);
				return false;
			}
			this.once = lease;
			return true;
		}
	}

	Lease acquireWhenAvailable(String holder) {
		synchronized (this.lock) {
			// one more would only wait for the same silence
			if (!this.pending.isEmpty()) {
				return pend(new GateLease(this, holder), this.snapshot.outage());
			}
		}
		try {
			return acquire(holder);
		}
		catch (DatabaseOpenException ex) {
			if (ex instanceof MissingDriverException || Thread.currentThread().isInterrupted()) {
				throw ex;
			}
			return waitFor(holder, ex);
		}
	}

	/** Puts a holder on the list of those that are retried. */
	private Lease waitFor(String holder, DatabaseOpenException failure) {
		GateLease lease = new GateLease(this, holder);
		synchronized (this.lock) {
			if (this.snapshot.pool() != null) {
				this.holders.add(lease);
				publish(this.snapshot.pool(), null);
				return lease;
			}
			if (this.retry == null) {
				this.report.unavailable(failure);
				scheduleRetry(Retries.FIRST);
			}
			DatabaseStatus.Outage outage = this.snapshot.outage();
			return pend(lease, (outage != null) ? outage : new DatabaseStatus.Outage(Instant.now(), failure));
		}
	}

	private Lease pend(GateLease lease, DatabaseStatus.@Nullable Outage outage) {
		this.pending.add(lease);
		publish(null, outage);
		return lease;
	}

	private void scheduleRetry(Duration delay) {
		this.retry = Retries.schedule(() -> retry(delay), delay);
	}

	private void retry(Duration before) {
		synchronized (this.lock) {
			if (!this.pending.isEmpty()) {
				scheduleRetry(Retries.next(before));
				if (this.closing == null) {
					currentAttempt();
				}
			}
		}
	}

	private void cancelRetry() {
		if (this.retry != null) {
			this.retry.cancel(false);
			this.retry = null;
		}
	}

	/**
	 * Runs on the opener's thread, once for each attempt.
	 * @return what closes a pool that nobody needs, to be run without any lock
	 */
	private Runnable finish(OpenAttempt finished, @Nullable OpenPool opened, @Nullable Throwable failure) {
		boolean surplus = false;
		synchronized (this.lock) {
			this.attempts.remove(finished);
			if (opened != null) {
				surplus = !install(finished, opened);
			}
			else {
				DatabaseStatus.Outage outage = this.snapshot.outage();
				publish(this.snapshot.pool(), (outage != null)
						? new DatabaseStatus.Outage(outage.since(), this.report.failed(failure)) : null);
			}
			finished.waiting.clear();
		}
		return (surplus && opened != null) ? () -> closeSurplus(opened) : () -> {
		};
	}

	/**
	 * Returns false when the pool is not needed: nobody waits, or there is one already.
	 */
	private boolean install(OpenAttempt finished, OpenPool opened) {
		this.holders.addAll(finished.waiting);
		this.holders.addAll(this.pending);
		this.pending.clear();
		cancelRetry();
		if (this.holders.isEmpty() || this.snapshot.pool() != null) {
			publish(this.snapshot.pool(), null);
			return false;
		}
		DatabaseStatus.Outage outage = this.snapshot.outage();
		this.snapshot = OpenSnapshot.opened(names(known()), opened, finished.elapsed());
		this.report.opened(opened, finished.elapsed(), outage);
		return true;
	}

	private void closeSurplus(OpenPool pool) {
		try {
			pool.close();
		}
		catch (SQLException | RuntimeException ex) {
			this.report.surplusCloseFailed(ex);
		}
	}

	boolean release(GateLease lease) {
		Runnable close;
		synchronized (this.lock) {
			if (this.pending.remove(lease)) {
				if (this.pending.isEmpty()) {
					cancelRetry();
					this.attempts.giveUpUnwanted();
				}
				publish(null, this.pending.isEmpty() ? null : this.snapshot.outage());
				return true;
			}
			if (!this.holders.remove(lease)) {
				return false;
			}
			close = this.holders.isEmpty() ? takePool() : () -> {
			};
			publish(this.holders.isEmpty() ? null : this.snapshot.pool(), null);
		}
		close.run();
		return true;
	}

	/**
	 * Closes an owned pool, whoever holds it.
	 * @return the names of those who did or were about to
	 * @throws DatabaseInUseException unless forced, if there are any
	 */
	List<String> close(boolean force) {
		Runnable close;
		List<String> cutOff;
		synchronized (this.lock) {
			cutOff = names(Stream.concat(known(), this.attempts.waiting()));
			if (!cutOff.isEmpty() && !force) {
				throw new DatabaseInUseException(this.name, cutOff);
			}
			this.holders.clear();
			this.pending.clear();
			cancelRetry();
			this.attempts.cutOff(this.report.cutOffWhileOpening());
			close = takePool();
			publish(null, null);
		}
		close.run();
		return cutOff;
	}

	/** What closes the pool, to be run without the lock. */
	private Runnable takePool() {
		OpenPool pool = this.snapshot.pool();
		if (pool == null) {
			return () -> {
			};
		}
		CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
		this.closing = closed;
		return () -> close(pool, closed);
	}

	private void close(OpenPool pool, CompletableFuture<@Nullable Void> closed) {
		try {
			pool.close();
			this.report.closed();
		}
		catch (SQLException | RuntimeException ex) {
			throw this.report.closeFailed(ex);
		}
		finally {
			synchronized (this.lock) {
				if (this.closing == closed) {
					this.closing = null;
				}
			}
			closed.complete(null);
		}
	}

	private Stream<GateLease> known() {
		return Stream.concat(this.holders.stream(), this.pending.stream());
	}

	private static List<String> names(Stream<GateLease> leases) {
		return leases.map(GateLease::holder).toList();
	}

	private void publish(@Nullable OpenPool pool, DatabaseStatus.@Nullable Outage outage) {
		boolean opening = this.attempts.waiting().findAny().isPresent();
		this.snapshot = this.snapshot.with(names(known()), pool, outage, opening);
	}

}
