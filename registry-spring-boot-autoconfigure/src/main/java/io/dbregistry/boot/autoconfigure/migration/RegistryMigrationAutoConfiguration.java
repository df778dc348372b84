package io.dbregistry.boot.autoconfigure.migration;

import javax.sql.DataSource;

import io.dbregistry.boot.autoconfigure.RegistryAutoConfiguration;
import io.dbregistry.boot.autoconfigure.RegistryDatabaseAutoConfiguration;
import liquibase.integration.spring.SpringLiquibase;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.liquibase.actuate.endpoint.LiquibaseEndpoint;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseEndpointAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the migrations of the extra databases, and of the schemas of
 * tenants in all. Those of the primary one are Spring Boot's.
 */
@AutoConfiguration(after = { RegistryDatabaseAutoConfiguration.class, RegistryAutoConfiguration.class,
		LiquibaseAutoConfiguration.class }, before = LiquibaseEndpointAutoConfiguration.class)
@ConditionalOnClass({ SpringLiquibase.class, LiquibaseProperties.class })
@ConditionalOnBooleanProperty(name = "spring.liquibase.enabled", matchIfMissing = true)
@Import(ExtraMigrationsRegistrar.class)
public final class RegistryMigrationAutoConfiguration {

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static PrimaryMigrationPostProcessor registryPrimaryMigrationPostProcessor(Environment environment,
			ConfigurableListableBeanFactory beanFactory) {
		return new PrimaryMigrationPostProcessor(environment, beanFactory);
	}

	@Bean
	ExtraSchemaManagement registryExtraSchemaManagement(ListableBeanFactory beanFactory) {
		return new ExtraSchemaManagement(beanFactory);
	}

	@Bean
	@ConditionalOnMissingBean(name = "registryTenantMigrations")
	TenantMigrations registryTenantMigrations(ListableBeanFactory beanFactory) {
		return new TenantMigrations(beanFactory);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ LiquibaseEndpoint.class, ConditionalOnAvailableEndpoint.class })
	@ConditionalOnAvailableEndpoint(LiquibaseEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnBean(DataSource.class)
		@ConditionalOnMissingBean(LiquibaseEndpoint.class)
		RegistryLiquibaseEndpoint liquibaseEndpoint(ApplicationContext context) {
			return new RegistryLiquibaseEndpoint(context);
		}

	}

}
