package io.dbregistry.database;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.dbregistry.database.ConnectionSource.OpenPool;
import io.dbregistry.dialect.Dialect;
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
 * backoff until an attempt succeeds or they leave.
 * <li>The last holder to leave closes the pool.
 * </ol>
 */
final class OpenGate {

	private final String name;

	private final DatabaseSettings settings;

	private final ConnectionSource source;

	private final OpenReport report;

	private final Object lock = new Object();

	/** Guarded by {@link #lock}. */
	private final Set<GateLease> holders = new LinkedHashSet<>();

	/** Holders of a database that is down; guarded by {@link #lock}. */
	private final Set<GateLease> pending = new LinkedHashSet<>();

	/** Guarded by {@link #lock}. */
	private @Nullable OpenAttempt attempt;

	/** The holder that {@link #acquireOnce} made; guarded by {@link #lock}. */
	private @Nullable GateLease once;

	/** Written under {@link #lock}. */
	private volatile Snapshot snapshot = new Snapshot(List.of(), null, null, null, null, false);

	OpenGate(String name, DatabaseSettings settings, ConnectionSource source, OpenReport report) {
		this.name = name;
		this.settings = settings;
		this.source = source;
		this.report = report;
	}

	/** What is known now, without waiting. */
	Snapshot snapshot() {
		return this.snapshot;
	}

	GateLease acquire(String holder) {
		GateLease lease = new GateLease(holder);
		OpenAttempt joined;
		synchronized (this.lock) {
			if (this.snapshot.pool != null) {
				this.holders.add(lease);
				publish(this.snapshot.pool, null);
				return lease;
			}
			joined = joinAttempt();
			joined.waiting.add(lease);
		}
		await(joined, lease);
		return lease;
	}

	Lease acquireWhenAvailable(String holder) {
		try {
			return acquire(holder);
		}
		catch (MissingDriverException ex) {
			throw ex;
		}
		catch (DatabaseOpenException ex) {
			if (Thread.currentThread().isInterrupted()) {
				throw ex;
			}
			return waitFor(holder, ex);
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
				publish(this.snapshot.pool, null);
				return false;
			}
			this.once = lease;
			return true;
		}
	}

	/** Puts a holder on the list of those that are retried. */
	private Lease waitFor(String holder, DatabaseOpenException failure) {
		GateLease lease = new GateLease(holder);
		synchronized (this.lock) {
			if (this.snapshot.pool != null) {
				this.holders.add(lease);
				publish(this.snapshot.pool, null);
				return lease;
			}
			this.pending.add(lease);
			if (this.snapshot.outage == null) {
				publish(null, new DatabaseStatus.Outage(Instant.now(), failure));
				this.report.unavailable(failure);
				Retries.schedule(this::retry, Retries.FIRST);
			}
		}
		return lease;
	}

	private void retry(Duration before) {
		synchronized (this.lock) {
			if (this.pending.isEmpty() || this.snapshot.pool != null) {
				return;
			}
			OpenAttempt joined = joinAttempt();
			joined.waiting.addAll(this.pending);
			Retries.schedule(this::retry, Retries.next(before));
		}
	}

	private OpenAttempt joinAttempt() {
		OpenAttempt current = this.attempt;
		if (current == null || current.isOverdue()) {
			current = new OpenAttempt(this.name, this.source, this.settings, this::finish);
			this.attempt = current;
			publish(this.snapshot.pool, this.snapshot.outage);
			current.start();
		}
		return current;
	}

	/** Runs on the opener's thread, once for each attempt. */
	private void finish(OpenAttempt finished, @Nullable OpenPool opened, @Nullable Throwable failure) {
		OpenPool surplus = null;
		synchronized (this.lock) {
			if (this.attempt == finished) {
				this.attempt = null;
			}
			if (opened == null) {
				finished.waiting.clear();
				publish(this.snapshot.pool, latest(this.snapshot.outage, failure));
			}
			else if (!install(finished, opened)) {
				surplus = opened;
			}
		}
		if (surplus != null) {
			closeQuietly(surplus);
		}
		finished.complete(failure);
	}

	/**
	 * Returns false when the pool is not needed: nobody waits, or there is one already.
	 */
	private boolean install(OpenAttempt finished, OpenPool opened) {
		Set<GateLease> waiting = new LinkedHashSet<>(finished.waiting);
		waiting.addAll(this.pending);
		finished.waiting.clear();
		this.pending.clear();
		this.holders.addAll(waiting);
		if (waiting.isEmpty() || this.snapshot.pool != null) {
			publish(this.snapshot.pool, null);
			return false;
		}
		DatabaseStatus.Outage outage = this.snapshot.outage;
		this.snapshot = new Snapshot(names(), opened, opened.answer().dialect(), server(opened, finished.elapsed()),
				null, false);
		this.report.opened(opened, finished.elapsed(), outage);
		return true;
	}

	private DatabaseStatus.@Nullable Outage latest(DatabaseStatus.@Nullable Outage outage,
			@Nullable Throwable failure) {
		return (outage != null) ? new DatabaseStatus.Outage(outage.since(), this.report.failed(failure)) : null;
	}

	private static DatabaseStatus.Server server(OpenPool pool, Duration openTime) {
		Probe.Answer answer = pool.answer();
		return new DatabaseStatus.Server(answer.dialect().product(), answer.version(), answer.schema(), openTime);
	}

	private void await(OpenAttempt joined, GateLease lease) {
		try {
			joined.done().get(this.settings.openTimeout().toMillis(), TimeUnit.MILLISECONDS);
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
			if (joined.waiting.isEmpty()) {
				joined.interrupt();
				if (this.attempt == joined) {
					this.attempt = null;
				}
			}
			return true;
		}
	}

	private boolean release(GateLease lease) {
		synchronized (this.lock) {
			if (this.pending.remove(lease)) {
				OpenAttempt current = this.attempt;
				if (current != null) {
					leave(current, lease);
				}
				publish(null, this.pending.isEmpty() ? null : this.snapshot.outage);
				return true;
			}
			if (!this.holders.remove(lease)) {
				return false;
			}
			OpenPool pool = this.snapshot.pool;
			if (this.holders.isEmpty() && pool != null) {
				close(pool);
			}
			else {
				publish(pool, null);
			}
			return true;
		}
	}

	/**
	 * Closes an owned pool, whoever holds it.
	 * @return the names of those who did
	 * @throws DatabaseInUseException unless forced, if there are any
	 */
	List<String> close(boolean force) {
		synchronized (this.lock) {
			List<String> cutOff = names();
			if (!cutOff.isEmpty() && !force) {
				throw new DatabaseInUseException(this.name, cutOff);
			}
			this.holders.clear();
			this.pending.clear();
			OpenPool pool = this.snapshot.pool;
			if (pool != null) {
				close(pool);
			}
			else {
				publish(null, null);
			}
			return cutOff;
		}
	}

	private void close(OpenPool pool) {
		publish(null, null);
		try {
			pool.close();
			this.report.closed();
		}
		catch (SQLException | RuntimeException ex) {
			throw this.report.closeFailed(ex);
		}
	}

	private void closeQuietly(OpenPool pool) {
		try {
			pool.close();
		}
		catch (SQLException | RuntimeException ex) {
			this.report.surplusCloseFailed(ex);
		}
	}

	private List<String> names() {
		List<String> names = new ArrayList<>();
		this.holders.forEach((lease) -> names.add(lease.holder()));
		this.pending.forEach((lease) -> names.add(lease.holder()));
		return List.copyOf(names);
	}

	private void publish(@Nullable OpenPool pool, DatabaseStatus.@Nullable Outage outage) {
		this.snapshot = new Snapshot(names(), pool, this.snapshot.dialect, this.snapshot.server, outage,
				this.attempt != null);
	}

	/**
	 * What is known at one moment.
	 *
	 * @param holders the names of those who hold the database or wait for it to come back
	 * @param pool the open pool, or {@code null}
	 * @param dialect the dialect of the product that answered last, or {@code null}
	 * @param server who answered last, or {@code null}
	 * @param outage why it could not be opened, or {@code null}
	 * @param opening whether it is being opened
	 */
	record Snapshot(List<String> holders, @Nullable OpenPool pool, @Nullable Dialect dialect,
			DatabaseStatus.@Nullable Server server, DatabaseStatus.@Nullable Outage outage, boolean opening) {
	}

	/**
	 * One holder's claim.
	 */
	final class GateLease implements Lease {

		private final String holder;

		private GateLease(String holder) {
			this.holder = holder;
		}

		@Override
		public String holder() {
			return this.holder;
		}

		@Override
		public boolean release() {
			return OpenGate.this.release(this);
		}

		@Override
		public String toString() {
			return "Lease['%s' holds '%s']".formatted(this.holder, OpenGate.this.name);
		}

	}

}
