package io.dbregistry.boot.autoconfigure.metrics;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.RegistryAutoConfiguration;
import io.dbregistry.boot.metrics.RegistryMetrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the meters of the databases.
 */
@AutoConfiguration(after = RegistryAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, Registry.class })
public final class RegistryMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RegistryMetrics registryMetrics(ListableBeanFactory beanFactory) {
		return new RegistryMetrics(beanFactory.getBeansOfType(Registry.class, false, true));
	}

}
