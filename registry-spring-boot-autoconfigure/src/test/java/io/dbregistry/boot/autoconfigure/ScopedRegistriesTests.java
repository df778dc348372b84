package io.dbregistry.boot.autoconfigure;

import java.util.concurrent.atomic.AtomicInteger;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.endpoint.RegistryEndpointAutoConfiguration;
import io.dbregistry.boot.autoconfigure.health.RegistryHealthAutoConfiguration;
import io.dbregistry.boot.autoconfigure.metrics.RegistryMetricsAutoConfiguration;
import io.dbregistry.boot.endpoint.RegistryEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Registries that are made anew for each who asks, or for each request, belong to those
 * who ask.
 */
class ScopedRegistriesTests {

	@ParameterizedTest
	@ValueSource(strings = { "prototype", "request" })
	void areLeftAlone(String scope) {
		AtomicInteger made = new AtomicInteger();
		RegistryContexts.two()
			.withConfiguration(AutoConfigurations.of(RegistryHealthAutoConfiguration.class,
					HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
					RegistryMetricsAutoConfiguration.class, MetricsAutoConfiguration.class,
					RegistryEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=health,registry")
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("scoped", Registry.class, () -> {
				made.incrementAndGet();
				return Registry.builder().database(RegistryContexts.memory()).build();
			}, (definition) -> {
				definition.setScope(scope);
				definition.setAutowireCandidate(false);
			})
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(RegistryEndpoint.class).registries().registries())
					.containsOnlyKeys("registry");
				assertThat(context.getBean(HealthEndpoint.class).healthForPath("registry", "primary")).isNotNull();
				assertThat(context.getBean(MeterRegistry.class).find("registry.database.holders").gauges()).hasSize(2);
				assertThat(made).hasValue(0);
			});
	}

}
