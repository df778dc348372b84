package io.dbregistry.boot.autoconfigure;

import io.dbregistry.database.Database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;

/**
 * Auto-configuration of the databases: tells Spring Boot where the primary one is, and
 * adds a family of qualified beans for each extra one.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnClass(Database.class)
@EnableConfigurationProperties(RegistryProperties.class)
@Import(ExtraDatabasesRegistrar.class)
public final class RegistryDatabaseAutoConfiguration {

	static final String CONNECTION_DETAILS = "registryConnectionDetails";

	@Bean(CONNECTION_DETAILS)
	@Conditional(OnPrimaryUrlCondition.class)
	@ConditionalOnMissingBean(JdbcConnectionDetails.class)
	PrimaryConnectionDetails connectionDetails(RegistryProperties properties) {
		return new PrimaryConnectionDetails(properties.database());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static PrimaryPropertiesPostProcessor registryPrimaryPropertiesPostProcessor(
			ObjectProvider<PrimaryConnectionDetails> details) {
		return new PrimaryPropertiesPostProcessor(details);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static PrimaryDataSourceMarker registryPrimaryDataSourceMarker() {
		return new PrimaryDataSourceMarker();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static PrimarySchemaPostProcessor registryPrimarySchemaPostProcessor(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<RegistryProperties> properties) {
		return new PrimarySchemaPostProcessor(beanFactory, properties);
	}

}
