package io.dbregistry.boot.autoconfigure;

import java.util.Set;

import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * Lets Spring Boot's own initialisers, above all migrations, wait for the databases.
 */
final class DatabasesInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

	@Override
	protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
		return Set.of(DatabasesInitializer.class);
	}

	@Override
	public int getOrder() {
		return -100;
	}

}
