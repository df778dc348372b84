package io.dbregistry.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.RegistryBuilder;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.database.Database;
import io.dbregistry.model.ModelSettings;
import io.dbregistry.model.Models;
import io.dbregistry.model.NamingStrategy;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.SchemaManagementProvider;
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
@Import({ DatabaseInitializationDependencyConfigurer.class, ModelsRegistrar.class })
public final class RegistryAutoConfiguration {

	/**
	 * The same for the tables made at start and for every registry.
	 */
	@Bean
	ModelSettings registryModelSettings(RegistryProperties properties, ObjectProvider<NamingStrategy> naming,
			ScannedModels models) {
		return new ModelSettings(List.copyOf(properties.extra().keySet()), properties.schemas(),
				naming.getIfAvailable(() -> properties.models().naming().strategy()), properties.models().tablePrefix(),
				models.converters());
	}

	@Bean
	ModelTables registryModelTables(ScannedModels models, RegistryProperties properties, ModelSettings settings,
			ObjectProvider<SchemaManagementProvider> managements) {
		Models found = Models.from(models.in(Set.copyOf(settings.extras())), settings);
		return new ModelTables(found, properties.ddlAuto(), properties.autoStartup(), managements::orderedStream);
	}

	@Bean
	SpringDatabases registryDatabases(ConfigurableListableBeanFactory beanFactory, RegistryProperties properties,
			FrozenDatabases names, ModelTables tables) {
		return new SpringDatabases(beanFactory, properties, names, tables);
	}

	@Bean
	DatabasesInitializer registryDatabasesInitializer(SpringDatabases databases, ModelTables tables,
			RegistryProperties properties) {
		return new DatabasesInitializer(databases, tables, properties.autoStartup());
	}

	/**
	 * Needs the databases: their hooks are what it starts.
	 */
	@Bean
	ModelTablesInitializer registryModelTablesInitializer(ModelTables tables, SpringDatabases databases) {
		return new ModelTablesInitializer(tables);
	}

	/**
	 * Begins a registry as the properties and customizers want it, for applications that
	 * declare a {@link Registry} bean of their own.
	 */
	@Bean
	@Scope("prototype")
	@ConditionalOnMissingBean
	RegistryBuilder registryBuilder(SpringDatabases databases, ScannedModels models, ModelSettings settings,
			ModelTables tables, ObjectProvider<RegistryCustomizer> customizers) {
		RegistryBuilder builder = new TablesBuilder(databases.registry(), tables).models(models.types())
			.naming(settings.naming())
			.tablePrefix(settings.tablePrefix())
			.converters(settings.converters().toArray(Class<?>[]::new));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	@Bean
	@DependsOnDatabaseInitialization
	@ConditionalOnMissingBean
	Registry registry(RegistryBuilder builder) {
		return builder.build();
	}

	@Bean
	ClaimedTwiceCheck registryClaimedTwiceCheck(ListableBeanFactory beanFactory, ScannedModels models,
			RegistryProperties properties) {
		return new ClaimedTwiceCheck(beanFactory, models, properties.models().packages());
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
