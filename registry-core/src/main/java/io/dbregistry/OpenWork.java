package io.dbregistry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.database.OpenHook;
import io.dbregistry.schema.Reflection;

/**
 * What a registry does once for each database after all of them are open.
 * <ol>
 * <li>The first lease does it, for all databases that are open at once; others wait until
 * it is done. When it fails, that lease is given back.</li>
 * <li>For an optional database that is down, it becomes part of opening it.</li>
 * <li>After the last lease was given back, the next one does it again.</li>
 * </ol>
 */
final class OpenWork {

	private final Databases databases;

	private final Reflection reflection;

	private final Object lock = new Object();

	/** The databases that are done. */
	private final Set<String> done = ConcurrentHashMap.newKeySet();

	/** What waits for databases that are down; guarded by {@link #lock}. */
	private final Map<String, OpenHook> waiting = new LinkedHashMap<>();

	/** Guarded by {@link #lock}. */
	private int leases;

	OpenWork(Databases databases, Reflection reflection) {
		this.databases = databases;
		this.reflection = reflection;
	}

	Lease open(String holder) {
		Lease lease = RegistryLease.open(this.databases, holder);
		synchronized (this.lock) {
			this.leases++;
			try {
				this.databases.names().forEach(this::putOff);
				begin();
			}
			catch (RuntimeException ex) {
				release(lease, ex);
				throw ex;
			}
		}
		return new CountedLease(lease);
	}

	private void release(Lease lease, RuntimeException failure) {
		end();
		try {
			lease.release();
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	/** Puts off what is to be done for a database that is down. */
	private void putOff(String name) {
		Database database = this.databases.get(name);
		if (!isOpen(name) && !this.waiting.containsKey(name)) {
			OpenHook hook = (dataSource) -> {
				if (this.done.add(name)) {
					once(List.of(name), () -> this.reflection.openHook(name).opened(dataSource));
				}
			};
			this.waiting.put(name, hook);
			database.addOpenHook(hook);
		}
	}

	private boolean isOpen(String name) {
		return this.databases.get(name).status().state() == DatabaseStatus.State.OPEN;
	}

	private void begin() {
		List<String> due = this.databases.names().stream().filter(this::isOpen).filter(this.done::add).toList();
		if (!due.isEmpty()) {
			once(due, () -> this.reflection.refresh(due));
		}
	}

	/** What fails is to be done again. */
	private <E extends Exception> void once(List<String> names, Work<E> work) throws E {
		boolean failed = true;
		try {
			work.run();
			failed = false;
		}
		finally {
			if (failed) {
				names.forEach(this.done::remove);
			}
		}
	}

	private void end() {
		synchronized (this.lock) {
			this.leases--;
			if (this.leases == 0) {
				this.waiting.forEach((name, hook) -> this.databases.get(name).removeOpenHook(hook));
				this.waiting.clear();
				this.done.clear();
			}
		}
	}

	/** Work on a database. */
	@FunctionalInterface
	private interface Work<E extends Exception> {

		void run() throws E;

	}

	/** A lease that says when it was given back. */
	private final class CountedLease implements Lease {

		private final Lease lease;

		private final AtomicBoolean held = new AtomicBoolean(true);

		CountedLease(Lease lease) {
			this.lease = lease;
		}

		@Override
		public String holder() {
			return this.lease.holder();
		}

		@Override
		public boolean release() {
			if (!this.held.getAndSet(false)) {
				return false;
			}
			end();
			return this.lease.release();
		}

		@Override
		public String toString() {
			return this.lease.toString();
		}

	}

}
