package io.dbregistry.boot.autoconfigure.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus.State;
import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.MigrationException;
import io.dbregistry.migration.SchemaSource;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.ToggleProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.dbregistry.boot.autoconfigure.RegistryContexts.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What says which schemas tenants have, and when they are migrated. */
@ExtendWith(OutputCaptureExtension.class)
class TenantsAutoConfigurationTests {

	private final ApplicationContextRunner runner = RegistryContexts.bare()
		.withConfiguration(AutoConfigurations.of(RegistryChangelogAutoConfiguration.class,
				RegistryMigrationAutoConfiguration.class, LiquibaseAutoConfiguration.class))
		.withPropertyValues("registry.database.url=" + withTenant(), "registry.extra.analytics.url=" + withTenant());

	private static String withTenant() {
		return RegistryContexts.memory() + ";INIT=create schema if not exists ACME";
	}

	@Test
	void eachDatabaseHasASourceOfItsOwn() {
		this.runner.withUserConfiguration(Sources.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(rows(context, "jdbcClient", "ACME.guest")).isOne();
			assertThat(rows(context, "analyticsJdbcClient", "ACME.measure")).isZero();
			assertThat(context.getBean(Sources.class).asked).containsExactly("primary", "analytics");
		});
	}

	@Test
	void aSourceIsAskedWhenAllDatabasesAreOpenAndBeforeTheOthersStart() {
		AtomicInteger started = new AtomicInteger();
		this.runner.withUserConfiguration(Sources.class)
			.withBean(Later.class)
			.withBean(AtomicInteger.class, () -> started)
			.run((context) -> assertThat(context.getBean(Sources.class).startedByThen).containsExactly(0, 0));
		assertThat(started).hasValue(1);
	}

	@Test
	void aSourceAndAPropertyAreRefused() {
		this.runner.withUserConfiguration(Sources.class)
			.withPropertyValues("registry.migrations.tenant-schemas=ACME",
					"registry.extra.analytics.migrations.tenant-schemas-query=select 'ACME'")
			.run((context) -> assertThat(problems(context)).containsExactlyInAnyOrder(
					"SchemaSource bean 'tenants' and registry.migrations.tenant-schemas both name the schemas of tenants "
							+ "in database 'primary'; remove one",
					"SchemaSource bean 'analyticsTenants' and registry.extra.analytics.migrations.tenant-schemas-query "
							+ "both name the schemas of tenants in database 'analytics'; remove one"));
	}

	@Test
	void twoSourcesOfOneDatabaseAreRefused() {
		this.runner.withBean("one", SchemaSource.class, () -> SchemaSource.of(List.of()))
			.withBean("other", SchemaSource.class, () -> SchemaSource.of(List.of()))
			.run((context) -> assertThat(problems(context)).singleElement()
				.asString()
				.contains("'one' and 'other'", "database 'primary'", "qualify one"));
	}

	@Test
	void aSourceOfAnUnknownDatabaseIsRefused() {
		this.runner.withUserConfiguration(Misspelt.class)
			.run((context) -> assertThat(problems(context)).singleElement()
				.asString()
				.contains("'tenants'", "known: 'primary', 'analytics'", "correct its qualifier"));
	}

	private static List<String> problems(AssertableApplicationContext context) {
		Throwable failure = context.getStartupFailure();
		while (failure != null && !(failure instanceof InvalidSettingsException)) {
			failure = failure.getCause();
		}
		assertThat(failure).isInstanceOf(InvalidSettingsException.class);
		return ((InvalidSettingsException) failure).getProblems();
	}

	@Test
	void aCustomizerOfTheApplicationWins() {
		this.runner
			.withPropertyValues("registry.migrations.tenant-schemas=NOBODY",
					"registry.extra.analytics.migrations.tenant-schemas=NOBODY")
			.withBean(RegistryCustomizer.class,
					() -> (builder) -> builder
						.changelog("primary", (settings) -> settings.schemas(SchemaSource.of(List.of("ACME"))))
						.changelog("analytics", (settings) -> settings.enabled(false)))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(rows(context, "jdbcClient", "ACME.guest")).isOne();
			});
	}

	@Test
	void theChangelogOfTenantsCanBeNamed() {
		this.runner.withPropertyValues("registry.migrations.tenant-schemas=ACME",
				"registry.migrations.tenant-change-log=classpath:/db/changelog/analytics/tenant/db.changelog-master.yaml",
				"registry.extra.analytics.migrations.tenant-schemas=ACME",
				"registry.extra.analytics.migrations.tenant-change-log=classpath:/db/changelog/tenant/db.changelog-master.yaml")
			.run((context) -> {
				assertThat(rows(context, "jdbcClient", "ACME.measure")).isZero();
				assertThat(rows(context, "analyticsJdbcClient", "ACME.guest")).isOne();
			});
	}

	@Test
	void theChangelogOfTenantsHasToExist() {
		this.runner
			.withPropertyValues("registry.extra.reports.url=" + withTenant(),
					"registry.extra.reports.migrations.tenant-schemas=ACME")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MigrationException.class)
				.hasMessageContainingAll("database 'reports'",
						"'classpath:/db/changelog/reports/tenant/db.changelog-master.yaml' does not exist"));
	}

	@Test
	void aQueryThatFailsIsReported() {
		this.runner.withPropertyValues("registry.migrations.tenant-schemas-query=select name from tenant")
			.run((context) -> assertThat(context).getFailure()
				.cause()
				.isInstanceOf(MigrationException.class)
				.hasMessageContainingAll("database 'primary'", "Table \"TENANT\" not found", "correct the query"));
	}

	@Test
	void isSwitchedOffWithTheMigrations(CapturedOutput output) {
		ApplicationContextRunner wrong = this.runner.withPropertyValues("registry.migrations.tenant-schemas=NOBODY");
		wrong.withPropertyValues("spring.liquibase.enabled=false").run((context) -> assertThat(context).hasNotFailed());
		this.runner
			.withPropertyValues("registry.extra.analytics.migrations.tenant-schemas=NOBODY",
					"registry.extra.analytics.migrations.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed());
		this.runner.withPropertyValues("registry.migrations.tenant-schemas=")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("migrated");
	}

	@Test
	void aDatabaseThatIsDownIsMigratedWhenItIsBack(CapturedOutput output) {
		try (TestDatabase server = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(server)) {
			ApplicationContextRunner optional = this.runner.withPropertyValues(
					"registry.extra.analytics.url=" + proxy.url(),
					"registry.extra.analytics.username=" + server.username(),
					"registry.extra.analytics.password=" + server.password(), "registry.extra.analytics.schema=acme",
					"registry.extra.analytics.hikari.connection-timeout=500", "registry.extra.analytics.required=false",
					"registry.extra.analytics.migrations.tenant-schemas-query=select nspname from pg_namespace where nspname = 'late'");
			optional.run((context) -> context.getBean("analyticsJdbcClient", JdbcClient.class)
				.sql("create schema late")
				.update());
			proxy.cut();
			optional.run((context) -> {
				assertThat(output)
					.contains("Database 'analytics' is not open; the schemas of its tenants are migrated when it is");
				proxy.restore();
				Database analytics = context.getBean(Registry.class).databases().get("analytics");
				await().atMost(Duration.ofSeconds(20)).until(() -> analytics.status().state() == State.OPEN);
				assertThat(rows(context, "analyticsJdbcClient", "late.measure")).isZero();
				assertThat(output)
					.containsPattern("Database 'analytics': 1 schema migrated, 0 failed in [0-9]+\\.[0-9] s");
			});
		}
	}

	@Test
	void aDatabaseWhoseTenantsCannotBeMigratedWhenItIsBackIsNotOpened() {
		try (TestDatabase server = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(server)) {
			proxy.cut();
			this.runner.withPropertyValues("registry.extra.analytics.url=" + proxy.url(),
					"registry.extra.analytics.username=" + server.username(),
					"registry.extra.analytics.password=" + server.password(),
					"registry.extra.analytics.hikari.connection-timeout=500", "registry.extra.analytics.required=false",
					"registry.extra.analytics.migrations.tenant-schemas=missing")
				.run((context) -> {
					proxy.restore();
					Database analytics = context.getBean(Registry.class).databases().get("analytics");
					await().atMost(Duration.ofSeconds(20))
						.untilAsserted(() -> assertThat(analytics.status().outage()).isNotNull()
							.extracting((outage) -> outage.cause().getMessage())
							.asString()
							.contains("schema 'missing'", "does not exist"));
					assertThat(analytics.status().state()).isEqualTo(State.UNAVAILABLE);
				});
		}
	}

	@Test
	void aRegistryThatTheApplicationOpensMigratesThem() {
		this.runner
			.withPropertyValues("registry.auto-startup=false", "registry.migrations.tenant-schemas=ACME",
					"registry.ddl-auto=none")
			.run((context) -> {
				try (Lease open = context.getBean(Registry.class).open()) {
					assertThat(open).isNotNull();
					assertThat(rows(context, "jdbcClient", "ACME.guest")).isOne();
				}
			});
	}

	@Test
	void theContextCanBeStartedAgain() {
		this.runner.withUserConfiguration(Sources.class).run((context) -> {
			context.stop();
			context.start();
			assertThat(context.getBean(Sources.class).asked).containsExactly("primary", "analytics", "primary",
					"analytics");
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Sources {

		private final List<String> asked = new ArrayList<>();

		private final List<Integer> startedByThen = new ArrayList<>();

		@Bean
		SchemaSource tenants(ConfigurableListableBeanFactory beanFactory) {
			return (database) -> acme(database, beanFactory);
		}

		@Bean
		@Qualifier("analytics")
		SchemaSource analyticsTenants(ConfigurableListableBeanFactory beanFactory) {
			return (database) -> acme(database, beanFactory);
		}

		private List<String> acme(Database database, ConfigurableListableBeanFactory beanFactory) {
			assertThat(beanFactory.getBean(Registry.class).databases())
				.allMatch((each) -> each.status().state() == State.OPEN);
			this.asked.add(database.name());
			AtomicInteger started = beanFactory.getBeanProvider(AtomicInteger.class).getIfAvailable();
			this.startedByThen.add((started != null) ? started.get() : 0);
			return List.of("ACME");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Misspelt {

		@Bean
		@Qualifier("analitics")
		SchemaSource tenants() {
			return SchemaSource.of(List.of());
		}

	}

	/** In the phase of schedulers and servers. */
	static class Later implements SmartLifecycle {

		private final AtomicInteger started;

		Later(AtomicInteger started) {
			this.started = started;
		}

		@Override
		public void start() {
			this.started.incrementAndGet();
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return this.started.get() > 0;
		}

		@Override
		public int getPhase() {
			return -998;
		}

	}

}
