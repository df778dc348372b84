package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.boot.autoconfigure.RegistryAutoConfiguration;
import liquibase.integration.spring.SpringLiquibase;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Auto-configuration of what registries know of changelogs, also where nothing is
 * migrated at start.
 */
@AutoConfiguration(before = RegistryAutoConfiguration.class)
@ConditionalOnClass({ SpringLiquibase.class, LiquibaseProperties.class })
public final class RegistryChangelogAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "registryChangelogCustomizer")
	ChangelogCustomizer registryChangelogCustomizer(Environment environment, ResourceLoader resources,
			ConfigurableListableBeanFactory beanFactory) {
		return new ChangelogCustomizer(environment, resources, beanFactory);
	}

}
