package io.dbregistry.docs.tenants;

import java.nio.file.Path;
import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.migration.SchemaSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class TenantTests {

	private static final String PRIMARY = "jdbc:h2:mem:tenants;INIT=create schema if not exists ACME\\;"
			+ "create table if not exists tenant as select cast('ACME' as varchar(100)) as schema_name";

	private static final String EXTRA = "jdbc:h2:mem:tenantsofextra;INIT=create schema if not exists ACME\\;"
			+ "create schema if not exists GLOBEX";

	@Test
	void propertiesSayWhichSchemasThereAre() {
		try (ConfigurableApplicationContext context = new SpringApplication(NotesApplication.class).run(
				"--spring.config.location=classpath:start/tenants.yml", "--registry.database.url=" + PRIMARY,
				"--registry.extra.analytics.url=" + EXTRA)) {
			assertThat(notes(context, "jdbcClient", "ACME")).isZero();
			assertThat(notes(context, "analyticsJdbcClient", "GLOBEX")).isZero();
			Registry registry = context.getBean(Registry.class);
			context.getBean(Tenants.class).add("INITECH");
			registry.query(Note.class).schema("INITECH").list();
			assertThat(registry.migrations().status("primary")).hasSize(3)
				.allSatisfy((status) -> assertThat(status.pending()).isEmpty());
		}
	}

	@Test
	void beansSayWhichSchemasThereAre() {
		try (ConfigurableApplicationContext context = new SpringApplication(NotesApplication.class, Sources.class).run(
				"--registry.database.url=" + PRIMARY, "--registry.extra.analytics.url=" + EXTRA,
				"--registry.extra.analytics.migrations.tenant-change-log=classpath:/db/changelog/tenant/db.changelog-master.yaml")) {
			assertThat(notes(context, "jdbcClient", "ACME")).isZero();
			assertThat(notes(context, "analyticsJdbcClient", "GLOBEX")).isZero();
		}
	}

	@Test
	void theChangelogIsGenerated(@TempDir Path folder) {
		Registry registry = Registry.builder().database("jdbc:h2:mem:generated").models(Note.class).build();
		registry.migrations().generate("primary", "initial", (options) -> options.resources(folder).tenants());
		assertThat(folder.resolve("db/changelog/tenant/0001_initial.yaml")).content().contains("\"NOTE");
	}

	private static long notes(ConfigurableApplicationContext context, String client, String schema) {
		return context.getBean(client, JdbcClient.class)
			.sql("select count(*) from %s.note".formatted(schema))
			.query(Long.class)
			.single();
	}

	static class Sources {

		// tag::sources[]
		@Bean
		SchemaSource tenantSchemas() {
			return (database) -> database.jdbcClient().sql("select schema_name from tenant").query(String.class).list();
		}

		@Bean
		@Qualifier("analytics")
		SchemaSource analyticsTenantSchemas() {
			return SchemaSource.of(List.of("ACME", "GLOBEX"));
		}
		// end::sources[]

	}

}
