package io.dbregistry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseException;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import org.jspecify.annotations.Nullable;

/**
 * One reference to every database of a registry.
 * <ol>
 * <li>All databases are acquired at once, each on a thread of its own.
 * <li>All have ended, one way or the other, before anything else is done.
 * <li>When one failed, the others are released in reverse order; the first failure in the
 * order of declaration is thrown, later ones and failures of releasing are its suppressed
 * exceptions.
 * </ol>
 */
final class RegistryLease implements Lease {

	private final String holder;

	private final List<Lease> leases;

	private final AtomicBoolean held = new AtomicBoolean(true);

	private RegistryLease(String holder, List<Lease> leases) {
		this.holder = holder;
		this.leases = List.copyOf(leases);
	}

	static Lease open(Databases databases, String holder) {
		List<Opening> openings = new ArrayList<>();
		for (Database database : databases) {
			openings.add(new Opening(database, holder));
		}
		openings.forEach(Opening::start);
		List<Lease> leases = new ArrayList<>();
		Failures failures = new Failures();
		boolean interrupted = false;
		for (Opening opening : openings) {
			interrupted |= opening.join(openings);
			opening.result(leases, failures);
		}
		if (failures.first() != null) {
			releaseAll(leases, failures);
			leases.clear();
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		failures.throwFirst();
		return new RegistryLease(holder, leases);
	}

	private static void releaseAll(List<Lease> leases, Failures failures) {
		for (int i = leases.size() - 1; i >= 0; i--) {
			try {
				leases.get(i).release();
			}
			catch (DatabaseException ex) {
				failures.add(ex);
			}
		}
	}

	@Override
	public String holder() {
		return this.holder;
	}

	@Override
	public boolean release() {
		if (!this.held.getAndSet(false)) {
			return false;
		}
		Failures failures = new Failures();
		releaseAll(this.leases, failures);
		failures.throwFirst();
		return true;
	}

	@Override
	public String toString() {
		return "Lease['%s' holds %d databases]".formatted(this.holder, this.leases.size());
	}

	/**
	 * The acquisition of one database on a thread of its own.
	 */
	private static final class Opening {

		private final FutureTask<Lease> task;

		private final Thread thread;

		private @Nullable Throwable notStarted;

		Opening(Database database, String holder) {
			this.task = new FutureTask<>(
					() -> database.required() ? database.acquire(holder) : database.acquireWhenAvailable(holder));
			this.thread = new Thread(this.task, "registry-acquire-" + database.name());
			this.thread.setDaemon(true);
		}

		/**
		 * A thread that can't be started is a failure like others: what began is
		 * released.
		 */
		void start() {
			try {
				this.thread.start();
			}
			catch (Throwable ex) {
				this.notStarted = ex;
			}
		}

		/**
		 * Waits for the end; an interrupt of the caller is passed on to all, which ends
		 * their waits.
		 */
		boolean join(List<Opening> all) {
			boolean interrupted = false;
			while (true) {
				try {
					this.thread.join();
					return interrupted;
				}
				catch (InterruptedException ex) {
					interrupted = true;
					all.forEach((opening) -> opening.thread.interrupt());
				}
			}
		}

		void result(List<Lease> leases, Failures failures) {
			if (this.notStarted != null) {
				failures.add(this.notStarted);
				return;
			}
			try {
				leases.add(this.task.get());
			}
			catch (ExecutionException ex) {
				failures.add((ex.getCause() != null) ? ex.getCause() : ex);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException("The task has ended and cannot be waited for", ex);
			}
		}

	}

	/**
	 * The first failure, with the others as its suppressed exceptions.
	 */
	private static final class Failures {

		private @Nullable Throwable first;

		@Nullable Throwable first() {
			return this.first;
		}

		void add(Throwable failure) {
			if (this.first == null) {
				this.first = failure;
			}
			else if (this.first != failure) {
				this.first.addSuppressed(failure);
			}
		}

		void throwFirst() {
			if (this.first instanceof RuntimeException ex) {
				throw ex;
			}
			if (this.first instanceof Error error) {
				throw error;
			}
		}

	}

}
