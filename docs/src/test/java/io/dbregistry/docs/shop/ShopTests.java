package io.dbregistry.docs.shop;

import java.net.ConnectException;
import java.util.Map;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.docs.Texts;
import io.dbregistry.testsupport.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Starts the application of README.md with its configuration, on other servers.
 */
@ExtendWith(OutputCaptureExtension.class)
class ShopTests {

	/** Without Liquibase, which only one page is about. */
	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(ShopApplication.class);
		application.setDefaultProperties(Map.of("spring.liquibase.enabled", "false"));
		return application.run(arguments);
	}

	@Test
	void readme() {
		try (ConfigurableApplicationContext context = start("--spring.config.location=classpath:shop/application.yml",
				"--registry.database.url=jdbc:h2:mem:shop", "--SHOP_PASSWORD=secret",
				"--registry.extra.legacy.url=jdbc:mariadb://localhost:" + TestServers.unusedPort() + "/legacy")) {
			Registry registry = context.getBean(Registry.class);
			assertThat(registry.databases().names()).containsExactly("primary", "analytics", "legacy");
			assertThat(registry.databases().primary().status().server())
				.satisfies((server) -> assertThat(server.schema()).isEqualTo("shop"));
			Database legacy = registry.databases().get("legacy");
			assertThat(legacy.status().state()).isEqualTo(DatabaseStatus.State.UNAVAILABLE);
			assertThat(registry.databases().get("analytics").status().pool())
				.satisfies((pool) -> assertThat(pool.maximum()).isEqualTo(5));

			Shop shop = context.getBean(Shop.class);
			assertThat(shop.add("The Dispossessed").id()).isOne();
			shop.viewed("/books/1");
			assertThat(shop.views("/books/1")).isOne();
			assertThat(registry.query(Book.class).count()).isOne();
			assertThat(registry.databases().get("analytics").jdbcClient().sql("select * from job").query().listOfRows())
				.isEmpty();
		}
	}

	@Test
	void gettingStarted() {
		try (ConfigurableApplicationContext context = start(
				"--spring.config.location=classpath:start/application.yml")) {
			Shop shop = context.getBean(Shop.class);
			shop.viewed("/books/" + shop.add("The Dispossessed").id());
			assertThat(shop.views("/books/1")).isOne();
		}
	}

	@Test
	void wrongSettingsAreReportedTogether(CapturedOutput output) {
		assertThatExceptionOfType(InvalidSettingsException.class)
			.isThrownBy(() -> start("--registry.database.url=jdbc:h2:mem:shop",
					"--registry.extra.click-events=jdbc:h2:mem:clicks",
					"--registry.extra.legacy=jdbc:sqlserver://localhost/legacy"));
		assertThat(output.getOut()).contains(Texts.text("failed-start"));
	}

	@Test
	void aDatabaseThatDoesNotAnswerIsReported(CapturedOutput output) {
		int port = TestServers.unusedPort();
		assertThatExceptionOfType(BeanCreationException.class)
			.isThrownBy(() -> start("--registry.database.url=jdbc:h2:mem:shop",
					"--registry.extra.analytics=jdbc:h2:mem:analytics",
					"--registry.extra.legacy=jdbc:postgresql://localhost:" + port + "/legacy"))
			.withRootCauseInstanceOf(ConnectException.class);
		assertThat(output.getOut().replace(String.valueOf(port), "5432")).contains(Texts.text("failed-open"));
	}

}
