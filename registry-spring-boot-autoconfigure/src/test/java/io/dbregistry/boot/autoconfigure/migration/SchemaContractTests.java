package io.dbregistry.boot.autoconfigure.migration;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.boot.autoconfigure.shop.Event;
import io.dbregistry.migration.SchemaDataSource;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A configured schema is where everybody works: migrations, the pools of the context and
 * the registry.
 */
abstract class SchemaContractTests {

	@AutoClose
	private final TestDatabase primary;

	@AutoClose
	private final TestDatabase analytics;

	private final String shop;

	private final String events;

	SchemaContractTests(TestServer server) {
		this.primary = server.create();
		this.analytics = server.create();
		this.shop = this.primary.schemaName("shop");
		this.events = this.analytics.schemaName("events");
	}

	private ApplicationContextRunner runner() {
		return RegistryContexts.bare()
			.withPropertyValues(properties("registry.database", this.primary))
			.withPropertyValues(properties("registry.extra.analytics", this.analytics))
			.withPropertyValues("registry.schema=" + this.shop, "registry.extra.analytics.schema=" + this.events)
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Event.class));
	}

	static String[] properties(String prefix, TestDatabase database) {
		return new String[] { prefix + ".url=" + database.url(), prefix + ".username=" + database.username(),
				prefix + ".password=" + database.password() };
	}

	@Test
	void migrationsAndPoolsAgree() {
		runner()
			.withConfiguration(
					AutoConfigurations.of(RegistryMigrationAutoConfiguration.class, LiquibaseAutoConfiguration.class))
			.run((context) -> {
				assertThat(count(context.getBean(JdbcClient.class), "visit")).isZero();
				assertThat(count(context.getBean("analyticsJdbcClient", JdbcClient.class), "click")).isOne();
			});
	}

	@Test
	void registryAndPoolsAgree() {
		runner().withPropertyValues("registry.ddl-auto=create-drop").run((context) -> {
			Registry registry = context.getBean(Registry.class);
			registry.repository(Event.class).create(new Event(null, "click"));
			assertThat(count(context.getBean("analyticsJdbcClient", JdbcClient.class), "event")).isOne();
		});
	}

	@Test
	void aPoolOfTheApplicationIsMigratedInTheSchemaAndKeepsItsOwn() throws SQLException {
		try (HikariDataSource own = new HikariDataSource()) {
			own.setJdbcUrl(this.analytics.url());
			own.setUsername(this.analytics.username());
			own.setPassword(this.analytics.password());
			own.setMaximumPoolSize(1);
			String before = currentSchema(own);
			RegistryContexts.bare()
				.withConfiguration(AutoConfigurations.of(RegistryMigrationAutoConfiguration.class,
						LiquibaseAutoConfiguration.class))
				.withPropertyValues(properties("registry.database", this.primary))
				.withPropertyValues("registry.extra.analytics.schema=" + this.events)
				.withBean("analyticsDataSource", DataSource.class, () -> own,
						(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
				.run((context) -> {
					assertThat(count(new SchemaDataSource(own, this.events), "click")).isOne();
					assertThat(count(own, quote(this.events) + ".click")).isOne();
					assertThat(currentSchema(own)).isEqualTo(before);
				});
		}
	}

	private String currentSchema(DataSource dataSource) throws SQLException {
		try (Connection connection = dataSource.getConnection()) {
			return (this.analytics.server() == TestServer.MARIADB) ? connection.getCatalog() : connection.getSchema();
		}
	}

	private String quote(String schema) {
		String mark = (this.analytics.server() == TestServer.MARIADB) ? "`" : "\"";
		return mark + schema + mark;
	}

	private static int count(DataSource dataSource, String table) {
		return count(JdbcClient.create(dataSource), table);
	}

	private static int count(JdbcClient client, String table) {
		return client.sql("select count(*) from " + table).query(Integer.class).single();
	}

}
