package io.dbregistry.boot.autoconfigure.metrics;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.boot.metrics.RegistryMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryMetricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = RegistryContexts.two()
		.withConfiguration(
				AutoConfigurations.of(RegistryMetricsAutoConfiguration.class, MetricsAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

	@Test
	void metersEveryDatabase() {
		this.runner.run((context) -> {
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			for (String name : new String[] { "primary", "analytics" }) {
				assertThat(meters.get("registry.database.holders").tag("database", name).gauge().value()).isOne();
				assertThat(meters.get("registry.database.open.time")
					.tag("database", name)
					.timeGauge()
					.value(TimeUnit.NANOSECONDS)).isPositive();
				assertThat(state(meters, name, "open")).isOne();
				assertThat(state(meters, name, "unavailable")).isZero();
			}
		});
	}

	@Test
	void followsTheState() {
		this.runner.run((context) -> {
			context.stop();
			assertThat(state(context.getBean(MeterRegistry.class), "analytics", "closed")).isOne();
		});
	}

	@Test
	void tagsHoldNothingButNames() {
		this.runner.run((context) -> assertThat(context.getBean(MeterRegistry.class).getMeters())
			.filteredOn((meter) -> meter.getId().getName().startsWith("registry."))
			.isNotEmpty()
			.allSatisfy((meter) -> assertThat(meter.getId().getTags()).extracting(Tag::getKey)
				.isSubsetOf("registry", "database", "state")));
	}

	@Test
	void countsUnconnectedUses() {
		this.runner.withPropertyValues("registry.auto-startup=false")
			.withBean("second", Registry.class, () -> Registry.builder().database(RegistryContexts.memory()).build(),
					(definition) -> definition.setAutowireCandidate(false))
			.run((context) -> {
				Registry second = context.getBean("second", Registry.class);
				second.databases().primary().jdbcClient().sql("select 1").query().singleRow();
				assertThat(context.getBean(MeterRegistry.class)
					.get("registry.database.unconnected.uses")
					.tag("registry", "second")
					.functionCounter()
					.count()).isOne();
				second.databases().primary().forceClose();
			});
	}

	@Test
	void metersOfTheApplicationWin() {
		RegistryMetrics own = new RegistryMetrics(Map.of());
		this.runner.withBean(RegistryMetrics.class, () -> own)
			.run((context) -> assertThat(context.getBean(RegistryMetrics.class)).isSameAs(own));
	}

	@Test
	void backsOffWithoutMeters() {
		RegistryContexts.two()
			.withConfiguration(AutoConfigurations.of(RegistryMetricsAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(RegistryMetrics.class));
		RegistryContexts.two()
			.withConfiguration(AutoConfigurations.of(RegistryMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasSingleBean(Registry.class).doesNotHaveBean(RegistryMetrics.class));
	}

	private static double state(MeterRegistry meters, String database, String state) {
		return meters.get("registry.database.state").tag("database", database).tag("state", state).gauge().value();
	}

}
