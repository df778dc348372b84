package io.dbregistry.boot.autoconfigure.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.boot.endpoint.MigrationsEndpoint;
import io.dbregistry.boot.endpoint.MigrationsEndpoint.DatabaseMigrations;
import io.dbregistry.boot.endpoint.MigrationsEndpoint.RegistriesMigrations;
import io.dbregistry.migration.SchemaSource;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.ToggleProxy;
import liquibase.Liquibase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryMigrationsEndpointAutoConfigurationTests {

	private final ApplicationContextRunner runner = RegistryContexts.two()
		.withConfiguration(AutoConfigurations.of(RegistryMigrationsEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=registrymigrations");

	@Test
	void showsWhatIsAppliedAndWhatIsPending() {
		this.runner.run((context) -> {
			context.getBean(Registry.class).migrations().migrate("analytics");

			Map<String, DatabaseMigrations> databases = databases(endpoint(context).migrations());

			assertThat(databases).containsOnlyKeys("primary", "analytics");
			assertThat(databases.get("primary").schemas()).singleElement().satisfies((schema) -> {
				assertThat(schema.pending()).containsExactly("db/changelog/db.changelog-master.yaml::visit::tests");
				assertThat(schema.applied()).isZero();
			});
			assertThat(databases.get("analytics").schemas()).singleElement().satisfies((schema) -> {
				assertThat(schema.pending()).isEmpty();
				assertThat(schema.last()).contains("db/changelog/analytics/");
				assertThat(schema.lockHolder()).isNull();
			});
		});
	}

	@Test
	void showsStatementsOfOneDatabaseWhenAllowed() {
		this.runner.run((context) -> assertThat(databases(endpoint(context).migrations("primary")).get("primary").sql())
			.isNull());
		this.runner.withPropertyValues("registry.migrations.show-sql=true").run((context) -> {
			assertThat(databases(endpoint(context).migrations("primary"))).containsOnlyKeys("primary");
			assertThat(databases(endpoint(context).migrations("primary")).get("primary").sql())
				.containsIgnoringCase("create table")
				.contains("visit")
				.doesNotContain("jdbc:");
			assertThat(databases(endpoint(context).migrations()).get("primary").sql()).isNull();
		});
	}

	@Test
	void showsSchemasThatDifferFromMost() {
		this.runner.withBean(RegistryCustomizer.class,
				() -> (builder) -> builder.changelog("primary",
						(changelog) -> changelog.tenantLocation("classpath:/db/changelog/db.changelog-master.yaml")
							.schemas(SchemaSource.of(List.of("a", "b", "c")))))
			.run((context) -> {
				Registry registry = context.getBean(Registry.class);
				List.of("a", "b", "c").forEach(registry.schemas()::create);
				registry.databases().primary().jdbcClient().sql("create table \"b\".stray (id int)").update();

				DatabaseMigrations primary = databases(endpoint(context).migrations()).get("primary");

				assertThat(primary.schemas()).hasSize(4);
				assertThat(primary.drift()).singleElement()
					.satisfies((drift) -> assertThat(drift.schema()).isEqualTo("b"));
			});
	}

	@Test
	void aDatabaseThatNobodyKnowsIsNotFound() {
		this.runner.run((context) -> assertThat(endpoint(context).migrations("lost")).isNull());
	}

	@Test
	void doesNotAskADatabaseThatIsDown() {
		this.runner
			.withPropertyValues("registry.extra.dead.url=jdbc:postgresql://localhost:1/x",
					"registry.extra.dead.required=false")
			.run((context) -> {
				DatabaseMigrations dead = databases(endpoint(context).migrations()).get("dead");
				assertThat(dead.problem()).isEqualTo("not open");
				assertThat(dead.schemas()).isEmpty();
			});
	}

	@Test
	void doesNotWaitForADatabaseThatIsSilent() {
		try (TestDatabase database = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(database)) {
			this.runner.withUserConfiguration(Impatient.class)
				.withPropertyValues("registry.extra.reports.url=" + proxy.url(),
						"registry.extra.reports.username=" + database.username(),
						"registry.extra.reports.password=" + database.password())
				.run((context) -> {
					assertThat(databases(endpoint(context).migrations()).get("reports").problem()).isNull();
					proxy.freeze();
					Map<String, DatabaseMigrations> databases = databases(endpoint(context).migrations());
					assertThat(databases.get("reports").problem()).isNotNull();
					assertThat(databases.get("primary").problem()).isNull();
				});
		}
	}

	@Test
	void aFailureIsToldInTheLogOnly() {
		this.runner
			.withBean(RegistryCustomizer.class,
					() -> (builder) -> builder.changelog("primary",
							(changelog) -> changelog.location("classpath:/db/lost.yaml")))
			.run((context) -> assertThat(databases(endpoint(context).migrations()).get("primary").problem())
				.isEqualTo("it can't be read now, as the log says"));
	}

	@Test
	void backsOffWhenItIsNotExposed() {
		RegistryContexts.two()
			.withConfiguration(AutoConfigurations.of(RegistryMigrationsEndpointAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
	}

	@Test
	void anEndpointOfTheApplicationWins() {
		this.runner.withUserConfiguration(Impatient.class)
			.run((context) -> assertThat(context).hasSingleBean(MigrationsEndpoint.class).hasBean("impatient"));
	}

	@Test
	void backsOffWithoutTheActuatorOrLiquibase() {
		for (Class<?> missing : new Class<?>[] { ConditionalOnAvailableEndpoint.class, Liquibase.class }) {
			this.runner.withClassLoader(new FilteredClassLoader(missing))
				.run((context) -> assertThat(context).hasSingleBean(Registry.class)
					.doesNotHaveBean("registryMigrationsEndpoint"));
		}
	}

	private static MigrationsEndpoint endpoint(ApplicationContext context) {
		return context.getBean(MigrationsEndpoint.class);
	}

	private static Map<String, DatabaseMigrations> databases(@Nullable RegistriesMigrations migrations) {
		assertThat(migrations).isNotNull();
		return migrations.registries().get("registry").databases();
	}

	static class Impatient {

		@Bean
		MigrationsEndpoint impatient(ListableBeanFactory beanFactory) {
			return new MigrationsEndpoint(beanFactory, Duration.ofSeconds(5), false);
		}

	}

}
