package io.dbregistry.boot.autoconfigure.endpoint;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.boot.autoconfigure.shop.Event;
import io.dbregistry.boot.endpoint.RegistryEndpoint;
import io.dbregistry.boot.endpoint.RegistryEndpoint.DatabaseDescriptor;
import io.dbregistry.boot.endpoint.RegistryEndpoint.ModelDescriptor;
import io.dbregistry.boot.endpoint.RegistryEndpoint.RegistryDescriptor;
import io.dbregistry.model.Model;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class RegistryEndpointAutoConfigurationTests {

	private final ApplicationContextRunner runner = RegistryContexts.two()
		.withConfiguration(AutoConfigurations.of(RegistryEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=registry");

	@Test
	void listsDatabasesAndTheirBeans() {
		this.runner.withPropertyValues("registry.schema=shop").run((context) -> {
			RegistryDescriptor registry = context.getBean(RegistryEndpoint.class)
				.registries()
				.registries()
				.get("registry");
			assertThat(registry.databases()).containsOnlyKeys("primary", "analytics");
			DatabaseDescriptor primary = registry.databases().get("primary");
			assertThat(primary.state()).isEqualTo("open");
			assertThat(primary.product()).isEqualTo("H2");
			assertThat(primary.schema()).isEqualTo("shop");
			assertThat(primary.required()).isTrue();
			assertThat(primary.beans()).containsExactlyInAnyOrder("dataSource", "jdbcTemplate", "jdbcClient",
					"transactionManager");
			assertThat(registry.databases().get("analytics").beans()).containsExactlyInAnyOrder("analyticsDataSource",
					"analyticsJdbcTemplate", "analyticsJdbcClient", "analyticsTransactionManager");
		});
	}

	@Test
	void listsTheModelsOfEachDatabase() {
		this.runner.withPropertyValues("registry.models.packages=" + Event.class.getPackageName()).run((context) -> {
			RegistryDescriptor registry = context.getBean(RegistryEndpoint.class)
				.registries()
				.registries()
				.get("registry");
			assertThat(registry.databases().get("primary").models())
				.containsExactly(entry("Book", new ModelDescriptor("declared", "PUBLIC", "book", null)));
			assertThat(registry.databases().get("analytics").models())
				.containsExactly(entry("Event", new ModelDescriptor("declared", "PUBLIC", "event", null)));
		});
	}

	@Test
	void theTableOfATenantIsInNoSchemaOfTheDatabase() {
		this.runner.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Note.class))
			.run((context) -> assertThat(context.getBean(RegistryEndpoint.class)
				.registries()
				.registries()
				.get("registry")
				.databases()
				.get("primary")
				.models()).containsEntry("Note", new ModelDescriptor("tenant", null, "note", null)));
	}

	@Test
	void tellsNoSecret() {
		this.runner
			.withPropertyValues("registry.extra.legacy.url=" + RegistryContexts.memory(),
					"registry.extra.legacy.username=somebody", "registry.extra.legacy.password=s3cret")
			.run((context) -> assertThat(context.getBean(RegistryEndpoint.class).registries().toString())
				.doesNotContain("jdbc:")
				.doesNotContain("somebody")
				.doesNotContain("s3cret"));
	}

	@Test
	void showsADatabaseThatIsDown() {
		this.runner
			.withPropertyValues("registry.extra.dead.url=jdbc:postgresql://localhost:1/x",
					"registry.extra.dead.schema=events", "registry.extra.dead.required=false")
			.run((context) -> {
				DatabaseDescriptor dead = context.getBean(RegistryEndpoint.class)
					.registries()
					.registries()
					.get("registry")
					.databases()
					.get("dead");
				assertThat(dead.state()).isEqualTo("unavailable");
				assertThat(dead.product()).isNull();
				assertThat(dead.schema()).isEqualTo("events");
			});
	}

	@Test
	void backsOffWhenItIsNotExposed() {
		RegistryContexts.two()
			.withConfiguration(AutoConfigurations.of(RegistryEndpointAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(RegistryEndpoint.class));
	}

	@Test
	void anEndpointOfTheApplicationWins() {
		this.runner.withBean("own", RegistryEndpoint.class)
			.run((context) -> assertThat(context).hasSingleBean(RegistryEndpoint.class).hasBean("own"));
	}

	@Test
	void backsOffWithoutTheActuator() {
		this.runner.withClassLoader(new FilteredClassLoader(ConditionalOnAvailableEndpoint.class))
			.run((context) -> assertThat(context).hasSingleBean(Registry.class).doesNotHaveBean("registryEndpoint"));
	}

	@Model(tenant = true)
	record Note(@Id Long id) {
	}

}
