package io.dbregistry.boot.autoconfigure;

import io.dbregistry.boot.startup.Failures;
import io.dbregistry.database.Lease;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Opens all databases, in parallel and within their time limits, before any bean uses
 * one: creates the schemas that are missing, and keeps the databases until the life cycle
 * of the registry has taken over.
 * <p>
 * Where the application opens the registry itself, only the schema of the primary
 * database is created, since Spring Boot's own migrations need it.
 */
final class DatabasesInitializer implements InitializingBean, DisposableBean {

	private static final String HOLDER = "initialisation";

	private final SpringDatabases databases;

	private final ModelTables tables;

	private final boolean autoStartup;

	private @Nullable Lease lease;

	DatabasesInitializer(SpringDatabases databases, ModelTables tables, boolean autoStartup) {
		this.databases = databases;
		this.tables = tables;
		this.autoStartup = autoStartup;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.autoStartup) {
			this.lease = this.databases.registry().build().open(HOLDER);
		}
		else if (this.databases.primary().schema() != null) {
			this.databases.primary().acquire(HOLDER).release();
		}
	}

	/**
	 * Gives the databases back, once others hold them.
	 */
	void release() {
		Failures failures = new Failures();
		failures.collect(this.tables::release);
		if (this.lease != null) {
			failures.collect(this.lease::release);
		}
		failures.throwFirst();
	}

	@Override
	public void destroy() {
		release();
	}

}
