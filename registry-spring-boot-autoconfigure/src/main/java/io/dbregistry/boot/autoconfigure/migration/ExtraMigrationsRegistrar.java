package io.dbregistry.boot.autoconfigure.migration;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.database.Database;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
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

	private void registerFamily(String pool, BeanDefinitionRegistry registry) {
		String database = String.valueOf(registry.getBeanDefinition(pool).getAttribute(Database.class.getName()));
		register(database, ExtraMigrationBeans.liquibaseName(database), "liquibase", pool, registry);
		register(database, database + "Migration", "work", pool, registry);
	}

	private void register(String database, String beanName, String factoryMethod, String pool,
			BeanDefinitionRegistry registry) {
		if (registry.containsBeanDefinition(beanName)) {
			return;
		}
		RootBeanDefinition definition = new RootBeanDefinition(ExtraMigrationBeans.class);
		definition.setFactoryMethodName(factoryMethod);
		definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, database);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(1, new RuntimeBeanReference(pool));
		definition.setDefaultCandidate(false);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, database));
		registry.registerBeanDefinition(beanName, definition);
	}

}
