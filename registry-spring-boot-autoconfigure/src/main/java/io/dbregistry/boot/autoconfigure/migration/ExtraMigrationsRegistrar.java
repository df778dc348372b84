package io.dbregistry.boot.autoconfigure.migration;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.boot.startup.ExtraFamily;
import io.dbregistry.database.Database;

import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Adds the migrations to the beans of each extra database.
 */
final class ExtraMigrationsRegistrar implements ImportBeanDefinitionRegistrar {

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		List<String> pools = new ArrayList<>();
		for (String bean : registry.getBeanDefinitionNames()) {
			if (registry.getBeanDefinition(bean).hasAttribute(Database.class.getName())) {
				pools.add(bean);
			}
		}
		pools.forEach((pool) -> registerFamily(pool, registry));
		if (!pools.isEmpty()) {
			registry.registerBeanDefinition("registryMigrations", new RootBeanDefinition(ExtraMigrations.class));
		}
	}

	private static void registerFamily(String pool, BeanDefinitionRegistry registry) {
		String database = String.valueOf(registry.getBeanDefinition(pool).getAttribute(Database.class.getName()));
		ExtraFamily family = new ExtraFamily(database, ExtraMigrationBeans.class, registry);
		RuntimeBeanReference dataSource = new RuntimeBeanReference(pool);
		family.register(ExtraMigrationBeans.liquibaseName(database), "liquibase", database, dataSource);
		family.register(database + "Migration", "work", database);
	}

}
