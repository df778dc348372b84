package io.dbregistry.boot.autoconfigure;

import java.util.ArrayDeque;
import java.util.Deque;

import io.dbregistry.Registry;
import io.dbregistry.boot.startup.Failures;
import io.dbregistry.database.Lease;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Opens every registry of the context before schedulers and servers start, and releases
 * them in reverse order after those have stopped. Issues no SQL when it stops: that
 * happens also when a cached test context is put aside.
 */
final class RegistryLifecycle implements SmartLifecycle {

	private final ListableBeanFactory beanFactory;

	private final ObjectProvider<DatabasesInitializer> initializer;

	private final boolean autoStartup;

	private final Object lock = new Object();

	/** Guarded by {@link #lock}; the latest first. */
	private final Deque<Lease> leases = new ArrayDeque<>();

	private volatile boolean running;

	RegistryLifecycle(ListableBeanFactory beanFactory, ObjectProvider<DatabasesInitializer> initializer,
			boolean autoStartup) {
		this.beanFactory = beanFactory;
		this.initializer = initializer;
		this.autoStartup = autoStartup;
	}

	@Override
	public void start() {
		synchronized (this.lock) {
			if (this.running) {
				return;
			}
			try {
				this.beanFactory.getBeansOfType(Registry.class, false, true)
					.forEach((name, registry) -> this.leases.push(registry.open("bean '" + name + "'")));
			}
			catch (RuntimeException ex) {
				releaseAfter(ex);
				throw ex;
			}
			this.initializer.ifAvailable(DatabasesInitializer::release);
			this.running = true;
		}
	}

	private void releaseAfter(RuntimeException failure) {
		try {
			release();
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	@Override
	public void stop() {
		synchronized (this.lock) {
			this.running = false;
			release();
		}
	}

	/**
	 * One that can't be released does not keep the others.
	 */
	private void release() {
		Failures failures = new Failures();
		while (!this.leases.isEmpty()) {
			failures.collect(this.leases.pop()::release);
		}
		failures.throwFirst();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isAutoStartup() {
		return this.autoStartup;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return -1000;
	}

}
