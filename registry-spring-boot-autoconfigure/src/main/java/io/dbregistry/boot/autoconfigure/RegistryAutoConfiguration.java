package io.dbregistry.boot.autoconfigure;

import java.time.Duration;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.database.Database;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/**
 * Auto-configuration of the {@link Registry} and of the life cycle of every registry in
 * the application.
 */
@AutoConfiguration(after = { RegistryDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class })
@ConditionalOnClass(Database.class)
@ConditionalOnBean(DataSource.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class RegistryAutoConfiguration {

	@Bean
	SpringDatabases registryDatabases(ConfigurableListableBeanFactory beanFactory, RegistryProperties properties) {
		return new SpringDatabases(beanFactory, properties);
	}

	@Bean
	DatabasesInitializer registryDatabasesInitializer(SpringDatabases databases, RegistryProperties properties) {
		return new DatabasesInitializer(databases, properties.autoStartup());
	}

	/**
	 * Begins a registry as the properties and customizers want it, for applications that
	 * declare a {@link Registry} bean of their own.
	 */
	@Bean
	@Scope("prototype")
	@ConditionalOnMissingBean
	Registry.Builder registryBuilder(SpringDatabases databases, ObjectProvider<RegistryCustomizer> customizers) {
		Registry.Builder builder = databases.registry();
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	@Bean
	@DependsOnDatabaseInitialization
	@ConditionalOnMissingBean
	Registry registry(Registry.Builder builder) {
		return builder.build();
	}

	/**
	 * For the wiring of health, which may be missing.
	 */
	@Bean(defaultCandidate = false)
	Duration registryHealthTimeout(RegistryProperties properties) {
		return properties.health().timeout();
	}

	@Bean
	RegistryLifecycle registryLifecycle(ListableBeanFactory beanFactory,
			ObjectProvider<DatabasesInitializer> initializer, RegistryProperties properties) {
		return new RegistryLifecycle(beanFactory, initializer, properties.autoStartup());
	}

}
