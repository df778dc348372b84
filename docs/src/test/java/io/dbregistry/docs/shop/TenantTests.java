package io.dbregistry.docs.shop;

import java.util.List;

import io.dbregistry.migration.SchemaSource;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class TenantTests {

	private static final String PRIMARY = "jdbc:h2:mem:tenants;INIT=create schema if not exists ACME\\;"
			+ "create table if not exists tenant as select 'ACME' as schema_name";

	private static final String EXTRA = "jdbc:h2:mem:tenantsofextra;INIT=create schema if not exists ACME\\;"
			+ "create schema if not exists GLOBEX";

	@Test
	void propertiesSayWhichSchemasThereAre() {
		try (ConfigurableApplicationContext context = new SpringApplication(ShopApplication.class).run(
				"--spring.config.location=classpath:start/tenants.yml", "--registry.database.url=" + PRIMARY,
				"--registry.extra.analytics.url=" + EXTRA)) {
			assertThat(notes(context, "jdbcClient", "ACME")).isZero();
			assertThat(notes(context, "analyticsJdbcClient", "GLOBEX")).isZero();
		}
	}

	@Test
	void beansSayWhichSchemasThereAre() {
		try (ConfigurableApplicationContext context = new SpringApplication(ShopApplication.class, Sources.class).run(
				"--registry.database.url=" + PRIMARY, "--registry.extra.analytics.url=" + EXTRA,
				"--registry.extra.analytics.migrations.tenant-change-log=classpath:/db/changelog/tenant/db.changelog-master.yaml")) {
			assertThat(notes(context, "jdbcClient", "ACME")).isZero();
			assertThat(notes(context, "analyticsJdbcClient", "GLOBEX")).isZero();
		}
	}

	private static long notes(ConfigurableApplicationContext context, String client, String schema) {
		return context.getBean(client, JdbcClient.class)
			.sql("select count(*) from %s.note".formatted(schema))
			.query(Long.class)
			.single();
	}

	@Configuration(proxyBeanMethods = false)
	static class Sources {

		// tag::sources[]
		@Bean
		SchemaSource tenants() {
			return (database) -> database.jdbcClient().sql("select schema_name from tenant").query(String.class).list();
		}

		@Bean
		@Qualifier("analytics")
		SchemaSource analyticsTenants() {
			return SchemaSource.of(List.of("ACME", "GLOBEX"));
		}
		// end::sources[]

	}

}
