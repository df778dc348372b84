package io.dbregistry.boot.autoconfigure.health;

import java.time.Duration;
import java.util.Map;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.RegistryAutoConfiguration;
import io.dbregistry.boot.health.RegistryHealthContributor;

import org.springframework.beans.factory.ListableBeanFactory;
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
	HealthContributor registryHealthContributor(ListableBeanFactory beanFactory,
			@Qualifier("registryHealthTimeout") Duration timeout) {
		Map<String, Registry> registries = beanFactory.getBeansOfType(Registry.class, false, true);
		return (registries.size() == 1) ? RegistryHealthContributor.of(registries.values().iterator().next(), timeout)
				: CompositeHealthContributor.fromMap(registries,
						(registry) -> RegistryHealthContributor.of(registry, timeout));
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static DbHealthPostProcessor registryDbHealthPostProcessor(ObjectProvider<Registry> registries) {
		return new DbHealthPostProcessor(registries);
	}

}
