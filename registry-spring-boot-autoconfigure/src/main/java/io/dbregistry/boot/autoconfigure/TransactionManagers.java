package io.dbregistry.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.util.ClassUtils;

/**
 * Finds the transaction manager of a pool: a second one beside that of JPA would begin
 * transactions of its own.
 */
final class TransactionManagers {

	private static final boolean JPA = ClassUtils.isPresent("org.springframework.orm.jpa.JpaTransactionManager",
			TransactionManagers.class.getClassLoader());

	private TransactionManagers() {
	}

	/**
	 * The manager that serves exactly a pool.
	 * @throws TransactionManagerException if there is none, or several
	 */
	static PlatformTransactionManager of(String database, DataSource dataSource, ListableBeanFactory beanFactory) {
		Map<String, PlatformTransactionManager> all = beanFactory.getBeansOfType(PlatformTransactionManager.class);
		Map<String, PlatformTransactionManager> serving = new LinkedHashMap<>(all);
		serving.values().removeIf((manager) -> dataSource(manager) != dataSource);
		if (serving.size() != 1) {
			throw new TransactionManagerException(database, List.copyOf(serving.keySet()), List.copyOf(all.keySet()));
		}
		return serving.values().iterator().next();
	}

	private static @Nullable Object dataSource(PlatformTransactionManager manager) {
		if (JPA && Jpa.isJpa(manager)) {
			return Jpa.dataSource(manager);
		}
		return (manager instanceof ResourceTransactionManager resource) ? resource.getResourceFactory() : null;
	}

	/**
	 * Apart, so that {@code spring-orm} may be missing.
	 */
	private static final class Jpa {

		static boolean isJpa(PlatformTransactionManager manager) {
			return manager instanceof JpaTransactionManager;
		}

		static @Nullable DataSource dataSource(PlatformTransactionManager manager) {
			return ((JpaTransactionManager) manager).getDataSource();
		}

	}

}
