package io.dbregistry.docs.shop;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.dbregistry.docs.Texts;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.liquibase.actuate.endpoint.LiquibaseEndpoint;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class MigrationTests {

	@Test
	void eachDatabaseHasAChangelog(CapturedOutput output) {
		try (ConfigurableApplicationContext context = new SpringApplication(ShopApplication.class).run(
				"--spring.config.location=classpath:start/application.yml",
				"--registry.extra.legacy=jdbc:h2:mem:legacy", "--management.endpoints.jmx.exposure.include=liquibase",
				"--spring.jmx.enabled=true", "--logging.level.io.dbregistry=info")) {
			Shop shop = context.getBean(Shop.class);
			shop.viewed("/books/" + shop.add("The Dispossessed").id());
			assertThat(shop.views("/books/1")).isOne();
			assertThat(context.getBean("analyticsJdbcClient", JdbcClient.class)
				.sql("select count(*) from databasechangelog")
				.query(Long.class)
				.single()).isOne();
			assertThat(context.getBean(LiquibaseEndpoint.class)
				.liquibaseBeans()
				.getContexts()
				.get(context.getId())
				.getLiquibaseBeans()).containsOnlyKeys("liquibase", "analyticsLiquibase", "legacyLiquibase");
			assertThat(output.getOut()).contains(Texts.text("no-changelog"));
		}
	}

	@Test
	void aChangelogThatIsNamedHasToExist(CapturedOutput output) {
		assertThatException().isThrownBy(() -> new SpringApplication(ShopApplication.class)
			.run("--spring.config.location=classpath:start/application.yml,classpath:start/liquibase.yml"));
		assertThat(output.getOut()).contains(Texts.text("missing-changelog"));
	}

	@Test
	void aPrimaryThatCannotBeMigratedIsReported(CapturedOutput output) {
		assertThatException().isThrownBy(() -> new SpringApplication(ShopApplication.class).run(
				"--spring.config.location=classpath:start/application.yml",
				"--spring.liquibase.change-log=classpath:/db/failing/db.changelog-master.yaml"));
		assertThat(output.getOut()).contains(Texts.text("failed-migration"));
	}

}
