package io.dbregistry.boot.autoconfigure.migration;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.boot.startup.Failures;
import io.dbregistry.migration.ChangelogSettings;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Migrates the schemas of tenants once all databases are open, before schedulers and
 * servers start. Each registry says which schemas there are. When those of one database
 * fail the others are migrated all the same; then the start fails with all failures.
 */
final class TenantMigrations implements SmartLifecycle {

	private final ListableBeanFactory beanFactory;

	private final Object lock = new Object();

	/** Guarded by {@link #lock}. */
	private final List<TenantMigration> migrations = new ArrayList<>();

	private volatile boolean running;

	TenantMigrations(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void start() {
		synchronized (this.lock) {
			if (this.running) {
				return;
			}
			this.beanFactory.getBeansOfType(Registry.class, false, true).values().forEach(this::add);
			Failures failures = new Failures();
			this.migrations.forEach((migration) -> failures.collect(migration::start));
			try {
				failures.throwFirst();
				this.running = true;
			}
			finally {
				if (!this.running) {
					stop();
				}
			}
		}
	}

	private void add(Registry registry) {
		for (String name : registry.databases().names()) {
			ChangelogSettings settings = registry.migrations().settings(name);
			if (settings.enabled() && settings.schemas() != null) {
				this.migrations.add(new TenantMigration(registry.databases().get(name), settings));
			}
		}
	}

	@Override
	public void stop() {
		synchronized (this.lock) {
			this.running = false;
			this.migrations.forEach(TenantMigration::stop);
			this.migrations.clear();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	/** Right after the registries are opened. */
	@Override
	public int getPhase() {
		return -999;
	}

}
