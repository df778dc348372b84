package io.dbregistry.boot.autoconfigure.health;

import java.time.Duration;
import java.util.Map;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.RegistryAutoConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/**
 * Auto-configuration of the health of the databases.
 */
@AutoConfiguration(after = RegistryAutoConfiguration.class,
		beforeName = "org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration")
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(Registry.class)
@ConditionalOnEnabledHealthIndicator("registry")
public final class RegistryHealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "registryHealthIndicator", "registryHealthContributor" })
	HealthContributor registryHealthContributor(ApplicationContext context,
			@Qualifier("registryHealthTimeout") Duration timeout) {
		MigrationHealthSettings settings = new MigrationHealthSettings(context);
		Map<String, Registry> registries = context.getBeansOfType(Registry.class, false, true);
		return (registries.size() == 1) ? settings.contributor(registries.values().iterator().next(), timeout)
				: CompositeHealthContributor.fromMap(registries, (registry) -> settings.contributor(registry, timeout));
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static DbHealthPostProcessor registryDbHealthPostProcessor(ObjectProvider<Registry> registries) {
		return new DbHealthPostProcessor(registries);
	}

}
