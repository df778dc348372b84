package io.dbregistry.boot.autoconfigure.migration;

import java.util.Set;

import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * Orders the migrations of the extra databases behind those of the primary one.
 */
final class ExtraMigrationsDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

	@Override
	protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
		return Set.of(ExtraMigrations.class);
	}

	@Override
	public int getOrder() {
		return 50;
	}

}
