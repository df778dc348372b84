package io.dbregistry.boot.autoconfigure;

import io.dbregistry.boot.startup.Failures;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Lets the tables of the models be made after the migrations and before scripts, and
 * dropped while the pools are still open.
 */
final class ModelTablesInitializer implements InitializingBean, DisposableBean {

	private final ModelTables tables;

	ModelTablesInitializer(ModelTables tables) {
		this.tables = tables;
	}

	/**
	 * All databases are done, whatever happens to one; the first failure is thrown.
	 */
	@Override
	public void afterPropertiesSet() {
		Failures failures = new Failures();
		this.tables.work().forEach((work) -> failures.collect(work::start));
		failures.throwFirst();
	}

	@Override
	public void destroy() {
		this.tables.drop();
	}

}
