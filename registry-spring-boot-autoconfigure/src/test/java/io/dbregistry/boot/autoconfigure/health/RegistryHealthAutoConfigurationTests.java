package io.dbregistry.boot.autoconfigure.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.boot.health.RegistryHealthContributor;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.ToggleProxy;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RegistryHealthAutoConfigurationTests {

	private final ApplicationContextRunner runner = withHealth(RegistryContexts.two());

	private static ApplicationContextRunner withHealth(ApplicationContextRunner runner) {
		return runner.withConfiguration(AutoConfigurations.of(RegistryHealthAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
				DataSourceHealthContributorAutoConfiguration.class));
	}

	@Test
	void hasOneComponentForEachDatabase() {
		this.runner.withPropertyValues("registry.schema=shop").run((context) -> {
			Map<String, HealthDescriptor> databases = components(context, "registry");
			assertThat(databases).containsOnlyKeys("primary", "analytics");
			assertThat(databases.values()).allMatch((health) -> health.getStatus().equals(Status.UP));
			assertThat(details(databases.get("primary"))).containsEntry("product", "H2")
				.containsEntry("schema", "shop")
				.containsEntry("holders", List.of("bean 'registry'"))
				.containsKeys("version", "pool");
			assertThat(databases.values()).allSatisfy(
					(health) -> assertThat(details(health).toString()).doesNotContain("jdbc:").doesNotContain("user"));
		});
	}

	@Test
	void leavesTheExtrasOutOfTheDbComponent() {
		this.runner.run((context) -> {
			HealthDescriptor db = context.getBean(HealthEndpoint.class).healthForPath("db");
			assertThat(db).isInstanceOf(IndicatedHealthDescriptor.class);
			assertThat(details(db)).containsEntry("database", "H2");
		});
	}

	@Test
	void backsOffWhenItIsSwitchedOff() {
		this.runner.withPropertyValues("management.health.registry.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("registryHealthContributor"));
	}

	@Test
	void aContributorOfTheApplicationWins() {
		HealthIndicator own = () -> null;
		this.runner.withBean("registryHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(context).doesNotHaveBean(RegistryHealthContributor.class)
				.doesNotHaveBean("registryHealthContributor"));
	}

	@Test
	void backsOffWithoutHealth() {
		RegistryContexts.two()
			.withConfiguration(AutoConfigurations.of(RegistryHealthAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(HealthContributor.class))
			.run((context) -> assertThat(context).hasSingleBean(Registry.class)
				.doesNotHaveBean("registryHealthContributor"));
	}

	@Test
	void groupsSeveralRegistriesByTheirBeans() {
		this.runner
			.withBean("second", Registry.class, () -> Registry.builder().database(RegistryContexts.memory()).build(),
					(definition) -> definition.setAutowireCandidate(false))
			.run((context) -> assertThat(components(context, "registry")).containsOnlyKeys("registry", "second"));
	}

	@Test
	void anOptionalDatabaseThatIsDownIsUnknownAndTheWholeIsUp() {
		this.runner
			.withPropertyValues("registry.extra.dead.url=jdbc:postgresql://localhost:1/x?user=somebody",
					"registry.extra.dead.required=false")
			.run((context) -> {
				HealthEndpoint endpoint = context.getBean(HealthEndpoint.class);
				assertThat(endpoint.health().getStatus()).isEqualTo(Status.UP);
				HealthDescriptor dead = components(context, "registry").get("dead");
				assertThat(dead.getStatus()).isEqualTo(Status.UNKNOWN);
				assertThat(details(dead)).containsEntry("reason", "no connection (SQL state 08001)")
					.containsKey("since");
				assertThat(details(dead).toString()).doesNotContain("localhost").doesNotContain("somebody");
			});
	}

	@Test
	void aDatabaseThatIsNotOpenIsNotOpened() {
		this.runner.withPropertyValues("registry.auto-startup=false").run((context) -> {
			HealthDescriptor analytics = components(context, "registry").get("analytics");
			assertThat(analytics.getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(details(analytics)).containsEntry("reason", "not open");
		});
	}

	@Test
	void databasesThatDoNotAnswerShareOneTimeout() {
		withHealth(RegistryContexts.bare())
			.withPropertyValues("registry.database.url=" + RegistryContexts.memory(),
					"spring.datasource.hikari.maximum-pool-size=1", "registry.defaults.hikari.maximum-pool-size=1",
					"registry.extra.a=" + RegistryContexts.memory(), "registry.extra.b=" + RegistryContexts.memory(),
					"registry.health.timeout=1s")
			.run((context) -> {
				List<Connection> taken = takeAll(context);
				Instant start = Instant.now();
				Map<String, HealthDescriptor> databases = components(context, "registry");
				Duration took = Duration.between(start, Instant.now());
				for (Connection connection : taken) {
					connection.close();
				}
				assertThat(databases).hasSize(3).allSatisfy((name, health) -> {
					assertThat(health.getStatus()).isEqualTo(Status.DOWN);
					assertThat(details(health)).containsEntry("reason", "no answer within 1000 ms");
				});
				assertThat(took).isBetween(Duration.ofSeconds(1), Duration.ofMillis(2900));
			});
	}

	private static List<Connection> takeAll(ApplicationContext context) throws SQLException {
		List<Connection> taken = new ArrayList<>();
		for (DataSource dataSource : context.getBeansOfType(DataSource.class).values()) {
			taken.add(dataSource.getConnection());
		}
		return taken;
	}

	@Test
	void aServerThatIsKilledIsDownAndComesBack() {
		try (TestDatabase database = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(database)) {
			this.runner
				.withPropertyValues("registry.extra.live.url=" + proxy.url(),
						"registry.extra.live.username=" + database.username(),
						"registry.extra.live.password=" + database.password(),
						"registry.extra.live.hikari.connection-timeout=500")
				.run((context) -> {
					assertThat(components(context, "registry").get("live").getStatus()).isEqualTo(Status.UP);
					proxy.cut();
					assertThat(components(context, "registry").get("live").getStatus()).isEqualTo(Status.DOWN);
					assertThat(components(context, "registry").get("analytics").getStatus()).isEqualTo(Status.UP);
					proxy.restore();
					assertThat(components(context, "registry").get("live").getStatus()).isEqualTo(Status.UP);
				});
		}
	}

	@Test
	void aServerThatVanishedIsAskedAnew() {
		try (TestDatabase database = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(database)) {
			this.runner.withPropertyValues("registry.health.timeout=1s",
					// which would use the connection that is to be asked again
					"registry.health.migrations-interval=0", "registry.extra.live.url=" + proxy.url(),
					"registry.extra.live.username=" + database.username(),
					"registry.extra.live.password=" + database.password())
				.run((context) -> {
					assertThat(components(context, "registry").get("live").getStatus()).isEqualTo(Status.UP);
					proxy.freeze();
					assertThat(components(context, "registry").get("live").getStatus()).isEqualTo(Status.DOWN);
					await().until(() -> components(context, "registry").get("live").getStatus().equals(Status.UP));
				});
		}
	}

	private static Map<String, HealthDescriptor> components(ApplicationContext context, String path) {
		HealthDescriptor descriptor = context.getBean(HealthEndpoint.class).healthForPath(path);
		assertThat(descriptor).isInstanceOf(CompositeHealthDescriptor.class);
		Map<String, HealthDescriptor> components = ((CompositeHealthDescriptor) descriptor).getComponents();
		assertThat(components).isNotNull();
		return new LinkedHashMap<>(components);
	}

	private static Map<String, Object> details(HealthDescriptor descriptor) {
		Map<String, Object> details = ((IndicatedHealthDescriptor) descriptor).getDetails();
		return (details != null) ? details : Map.of();
	}

}
