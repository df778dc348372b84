package io.dbregistry.boot.autoconfigure;

import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.shop.Event;
import io.dbregistry.model.Model;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the log of a start says of tables that are not made, or left as they are. */
@ExtendWith(OutputCaptureExtension.class)
class TablesLogTests {

	private static final String UNMADE = "No tables are made or migrated";

	private static final String OLDER = "are otherwise than the models declare";

	@AutoClose
	private final TestDatabase server = TestServer.POSTGRESQL.create();

	private final ApplicationContextRunner shop = RegistryContexts.bare().withUserConfiguration(Shop.class);

	private final ApplicationContextRunner runner = this.shop.withPropertyValues(
			"registry.database.url=" + this.server.url(), "registry.database.username=" + this.server.username(),
			"registry.database.password=" + this.server.password(),
			"registry.extra.analytics=" + RegistryContexts.memory());

	@BeforeEach
	void showInformation() {
		logger().setLevel(Level.INFO);
	}

	@AfterEach
	void hideInformation() {
		logger().setLevel(null);
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger(ModelTables.class);
	}

	@Test
	void saysOnceThatNobodyMakesTables(CapturedOutput output) {
		this.runner.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Named.class))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut()).containsOnlyOnce(UNMADE)
			.contains("for the model of database 'primary'; set registry.ddl-auto to create or validate, or to none if "
					+ "others make them, or add spring-boot-starter-liquibase and the changelog "
					+ "classpath:/db/changelog/db.changelog-master.yaml");
	}

	@Test
	void namesTheChangelogOfAnExtra(CapturedOutput output) {
		this.shop
			.withPropertyValues("registry.database.url=" + RegistryContexts.memory(),
					"registry.extra.analytics.url=" + this.server.url(),
					"registry.extra.analytics.username=" + this.server.username(),
					"registry.extra.analytics.password=" + this.server.password())
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut()).containsOnlyOnce(UNMADE)
			.contains("of database 'analytics'", "classpath:/db/changelog/analytics/db.changelog-master.yaml");
	}

	@Test
	void saysNothingWhenSomebodyMakesThem(@TempDir Path folder, CapturedOutput output) {
		this.runner.withPropertyValues("registry.ddl-auto=none").run((context) -> assertThat(context).hasNotFailed());
		this.shop.withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
			.withPropertyValues("registry.database.url=jdbc:h2:" + folder.resolve("shop"),
					"registry.extra.analytics=" + RegistryContexts.memory())
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut()).doesNotContain(UNMADE);
	}

	@Test
	void saysNothingOfTablesOfOthers(CapturedOutput output) {
		execute("create table foreign_rows (id bigint primary key)");
		this.runner.withPropertyValues("registry.models.packages=" + TablesLogTests.class.getPackageName() + ".none")
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Foreign.class))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut()).doesNotContain(UNMADE);
	}

	@Test
	void warnsOnceOfTablesThatWereThereAndDiffer(CapturedOutput output) {
		execute("create table book (id bigint primary key, title integer)");
		this.runner.withPropertyValues("registry.ddl-auto=create")
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Named.class))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut()).containsOnlyOnce(OLDER)
			.contains("Tables that database 'primary' had already " + OLDER,
					"- Column 'title' of table 'public.book' of database 'primary' is INTEGER",
					"registry.ddl-auto=validate");
	}

	@Test
	void warnsOfNothingWhenTablesAreAsDeclared(CapturedOutput output) {
		ApplicationContextRunner create = this.runner.withPropertyValues("registry.ddl-auto=create");
		create.run((context) -> assertThat(context).hasNotFailed());
		create.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut()).doesNotContain(OLDER);
	}

	private void execute(String sql) {
		this.runner.withPropertyValues("registry.ddl-auto=none")
			.run((context) -> context.getBean(JdbcClient.class).sql(sql).update());
	}

	@Model
	record Named(@Id long id) {
	}

	@Model(reflected = true)
	@Table(name = "foreign_rows")
	record Foreign(@Id long id) {
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Event.class)
	static class Shop {

	}

}
