package io.dbregistry.boot.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.dbregistry.Registry;
import io.dbregistry.RegistryBuilder;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.DatabaseStatus.State;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.ToggleProxy;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CustomizedTablesTests {

	private final ApplicationContextRunner runner = RegistryContexts.two()
		.withPropertyValues("registry.ddl-auto=create");

	private static ApplicationContextRunner with(ApplicationContextRunner runner, RegistryCustomizer customizer) {
		return runner.withBean(RegistryCustomizer.class, () -> customizer);
	}

	@Test
	void areMadeWhenTheApplicationOpensTheRegistry() {
		with(this.runner.withPropertyValues("registry.auto-startup=false"),
				(builder) -> builder.models(Named.class, Measured.class))
			.run((context) -> {
				Registry registry = context.getBean(Registry.class);
				try (Lease lease = registry.open()) {
					assertThat(registry.query(Named.class).count()).isZero();
					assertThat(registry.query(Measured.class).count()).isZero();
				}
			});
	}

	@Test
	void areMadeWhenAnOptionalDatabaseIsBack() {
		try (TestDatabase server = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(server)) {
			proxy.cut();
			with(RegistryContexts.bare(), (builder) -> builder.models(Measured.class))
				.withPropertyValues("registry.database.url=" + RegistryContexts.memory(), "registry.ddl-auto=create",
						"registry.extra.analytics.url=" + proxy.url(),
						"registry.extra.analytics.username=" + server.username(),
						"registry.extra.analytics.password=" + server.password(),
						"registry.extra.analytics.required=false")
				.run((context) -> {
					Registry registry = context.getBean(Registry.class);
					proxy.restore();
					awaitOpen(registry.databases().get("analytics"));
					assertThat(registry.query(Measured.class).count()).isZero();
				});
		}
	}

	@Test
	void areMadeInADatabaseOfACustomizer() {
		AtomicReference<Database> cache = new AtomicReference<>();
		with(this.runner.withPropertyValues("registry.ddl-auto=create-drop"),
				(builder) -> builder.extra("cache", RegistryContexts.memory()).models(Cached.class))
			.run((context) -> {
				Registry registry = context.getBean(Registry.class);
				cache.set(registry.databases().get("cache"));
				assertThat(registry.query(Cached.class).count()).isZero();
				assertThat(cache.get().status().holders()).containsExactly("bean 'registry'");
			});
		assertThat(cache.get().status()).satisfies(CustomizedTablesTests::wasGivenBack);
	}

	@Test
	void areMadeInADatabaseOfACustomizerWhenItIsBack() {
		try (TestDatabase server = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(server)) {
			proxy.cut();
			with(this.runner, (builder) -> builder
				.extra("cache", proxy.url(),
						(settings) -> settings.username(server.username()).password(server.password()).required(false))
				.models(Cached.class)).run((context) -> {
					assertThat(context).hasNotFailed();
					Registry registry = context.getBean(Registry.class);
					proxy.restore();
					awaitOpen(registry.databases().get("cache"));
					assertThat(registry.query(Cached.class).count()).isZero();
				});
		}
	}

	@Test
	void areMadeInADatabaseThatIsHandedIn() {
		Database cache = Database.create("cache", RegistryContexts.memory(), (settings) -> {
		});
		with(this.runner.withPropertyValues("registry.ddl-auto=create-drop"),
				(builder) -> builder.extra("cache", cache).models(Cached.class))
			.run((context) -> {
				assertThat(context.getBean(Registry.class).query(Cached.class).count()).isZero();
				assertThat(cache.status().holders()).containsExactly("bean 'registry'");
			});
		assertThat(cache.status()).satisfies(CustomizedTablesTests::wasGivenBack);
	}

	@Test
	void areMadeForARegistryOfTheApplication() {
		with(this.runner, (builder) -> builder.models(Named.class)).withUserConfiguration(OwnRegistry.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(Registry.class);
				assertThat(context.getBean("own", Registry.class).query(Named.class).count()).isZero();
			});
	}

	private static void wasGivenBack(DatabaseStatus status) {
		assertThat(status.state()).isEqualTo(State.CLOSED);
		assertThat(status.holders()).isEmpty();
		assertThat(status.unconnectedUses()).isZero();
	}

	private static void awaitOpen(Database database) {
		await().atMost(Duration.ofSeconds(20)).until(() -> database.status().state() == State.OPEN);
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRegistry {

		@Bean
		Registry own(RegistryBuilder builder) {
			return builder.build();
		}

	}

	@Model
	record Named(@Id long id) {
	}

	@Model(database = "analytics")
	record Measured(@Id long id) {
	}

	@Model(database = "cache")
	record Cached(@Id long id) {
	}

}
