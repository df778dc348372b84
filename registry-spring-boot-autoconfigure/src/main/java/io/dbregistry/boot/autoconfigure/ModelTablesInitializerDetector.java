package io.dbregistry.boot.autoconfigure;

import java.util.Set;

import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * Orders the tables of the models behind migrations, and before the application's
 * scripts.
 */
final class ModelTablesInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

	@Override
	protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
		return Set.of(ModelTablesInitializer.class);
	}

	@Override
	public int getOrder() {
		return 100;
	}

}
