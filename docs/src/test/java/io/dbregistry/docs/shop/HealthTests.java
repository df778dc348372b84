package io.dbregistry.docs.shop;

import java.util.List;

import io.dbregistry.docs.Texts;
import io.dbregistry.testsupport.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class HealthTests {

	private final JsonMapper json = JsonMapper.shared();

	@Test
	void namesEveryDatabase() {
		try (ConfigurableApplicationContext context = new SpringApplication(ShopApplication.class).run(
				"--spring.config.location=classpath:start/application.yml",
				"--registry.extra.legacy.url=jdbc:mariadb://localhost:" + TestServers.unusedPort() + "/legacy",
				"--registry.extra.legacy.required=false", "--spring.liquibase.enabled=false")) {
			JsonNode actual = this.json.readTree(
					this.json.writeValueAsString(context.getBean(HealthEndpoint.class).healthForPath("registry")));
			JsonNode shown = this.json.readTree(Texts.file("health.json"));
			assertThat(actual.get("status")).isEqualTo(shown.get("status"));
			assertThat(withoutWhatVaries(actual)).isEqualTo(withoutWhatVaries(shown));
		}
	}

	@Test
	void metersOfPoolsAreThereForExtrasToo() {
		try (ConfigurableApplicationContext context = new SpringApplication(ShopApplication.class)
			.run("--spring.config.location=classpath:start/application.yml", "--spring.liquibase.enabled=false")) {
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.find("hikaricp.connections").tag("pool", "analytics").gauge()).isNotNull();
			assertThat(meters.find("jdbc.connections.active").tag("name", "analytics").gauge()).isNotNull();
			assertThat(meters.find("registry.database.holders").tag("database", "analytics").gauge())
				.satisfies((holders) -> assertThat(holders.value()).isOne());
		}
	}

	private static JsonNode withoutWhatVaries(JsonNode health) {
		for (JsonNode database : health.get("components")) {
			ObjectNode details = (ObjectNode) database.get("details");
			details.remove(List.of("version", "since"));
			if (details.get("pool") instanceof ObjectNode pool) {
				pool.remove(List.of("active", "idle"));
			}
		}
		return health.get("components");
	}

}
