package io.dbregistry.boot.autoconfigure.migration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus.State;
import io.dbregistry.migration.MigrationException;
import io.dbregistry.testsupport.SilentServer;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.ToggleProxy;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.jmx.JmxEndpointsSupplier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.liquibase.actuate.endpoint.LiquibaseEndpoint;
import org.springframework.boot.liquibase.actuate.endpoint.LiquibaseEndpoint.LiquibaseBeanDescriptor;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseEndpointAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.dbregistry.boot.autoconfigure.RegistryContexts.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RegistryMigrationAutoConfigurationTests {

	private final ApplicationContextRunner runner = withLiquibase(RegistryContexts.two());

	private static ApplicationContextRunner withLiquibase(ApplicationContextRunner runner) {
		return runner
			.withConfiguration(AutoConfigurations.of(RegistryMigrationAutoConfiguration.class,
					LiquibaseAutoConfiguration.class, LiquibaseEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=liquibase");
	}

	@Test
	void migratesThePrimaryAndEachExtraByItsOwnChangelog() {
		this.runner.withPropertyValues("registry.extra.reports=" + RegistryContexts.memory()).run((context) -> {
			assertThat(rows(context, "jdbcClient", "visit")).isZero();
			assertThat(rows(context, "analyticsJdbcClient", "click")).isOne();
			assertThat(rows(context, "reportsJdbcClient", "report")).isZero();
			assertThat(context.getBean(SpringLiquibase.class)).isSameAs(context.getBean("liquibase"));
			assertThat(context).hasBean("analyticsLiquibase").hasBean("reportsLiquibase");
		});
	}

	@Test
	void migratesInTheSchema() {
		withLiquibase(RegistryContexts.bare())
			.withPropertyValues("registry.database.url=" + RegistryContexts.memory(), "registry.schema=shop",
					"registry.extra.analytics.url=" + RegistryContexts.memory(),
					"registry.extra.analytics.schema=events")
			.run((context) -> {
				assertThat(rows(context, "jdbcClient", "\"shop\".visit")).isZero();
				assertThat(rows(context, "jdbcClient", "\"shop\".databasechangelog")).isOne();
				assertThat(rows(context, "analyticsJdbcClient", "\"events\".click")).isOne();
				assertThat(rows(context, "analyticsJdbcClient", "\"events\".databasechangelog")).isEqualTo(2);
			});
	}

	@Test
	void skipsADatabaseWithoutAChangelog() {
		this.runner.withPropertyValues("registry.extra.plain=" + RegistryContexts.memory()).run((context) -> {
			assertThat(context).hasNotFailed().hasBean("plainLiquibase");
			assertThat(management(context, "plainDataSource")).isEqualTo(SchemaManagement.UNMANAGED);
			assertThat(management(context, "analyticsDataSource")).isEqualTo(SchemaManagement.MANAGED);
		});
	}

	@Test
	void leavesADatabaseAloneThatIsMigratedByOthers() {
		this.runner
			.withPropertyValues("registry.extra.broken.url=" + RegistryContexts.memory(),
					"registry.extra.broken.migrations.enabled=false",
					"registry.extra.broken.liquibase.change-log=classpath:/no-such.yaml")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(management(context, "brokenDataSource")).isEqualTo(SchemaManagement.MANAGED);
				assertThat(report(context)).doesNotContainKey("brokenLiquibase");
				assertThat(context.getBean("brokenJdbcClient", JdbcClient.class)
					.sql("select count(*) from information_schema.tables where table_schema = 'PUBLIC'")
					.query(Integer.class)
					.single()).isZero();
			});
	}

	@Test
	void tellsNobodyThatLiquibaseIsUsed() {
		this.runner.withBean("own", SpringLiquibase.class, RegistryMigrationAutoConfigurationTests::off)
			.run((context) -> assertThat(context.getBeansOfType(SpringLiquibase.class))
				.containsOnlyKeys("own", "analyticsLiquibase")
				.allSatisfy((name, liquibase) -> assertThat(liquibase.getAnalyticsEnabled()).isFalse()));
		this.runner.withPropertyValues("registry.schema=shop")
			.run((context) -> assertThat(analytics(context)).containsExactly(false, false));
		this.runner.withPropertyValues("spring.liquibase.analytics-enabled=true")
			.run((context) -> assertThat(analytics(context)).containsExactly(true, true));
	}

	private static List<Boolean> analytics(ApplicationContext context) {
		return context.getBeansOfType(SpringLiquibase.class)
			.values()
			.stream()
			.map(SpringLiquibase::getAnalyticsEnabled)
			.toList();
	}

	private static SchemaManagement management(ApplicationContext context, String dataSource) {
		boolean managed = context.getBeanProvider(SchemaManagementProvider.class)
			.stream()
			.anyMatch((provider) -> provider
				.getSchemaManagement(context.getBean(dataSource, DataSource.class)) == SchemaManagement.MANAGED);
		return managed ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
	}

	@Test
	void migratesByTheChangelogThatIsNamed() {
		this.runner.withPropertyValues("registry.extra.other.url=" + RegistryContexts.memory(),
				"registry.extra.other.liquibase.change-log=classpath:/db/changelog/reports/db.changelog-master.yaml")
			.run((context) -> assertThat(rows(context, "otherJdbcClient", "report")).isZero());
	}

	@Test
	void failsWithoutTheChangelogThatIsNamed() {
		this.runner
			.withPropertyValues("registry.extra.other.url=" + RegistryContexts.memory(),
					"registry.extra.other.liquibase.change-log=classpath:/no-such.yaml")
			.run((context) -> {
				assertThat(context).getFailure().hasStackTraceContaining(MissingChangelogException.class.getName());
				FailureAnalysis analysis = new MissingChangelogFailureAnalyzer().analyze(context.getStartupFailure());
				assertThat(analysis).isNotNull();
				assertThat(analysis.getDescription()).contains("'other'", "'classpath:/no-such.yaml'");
				assertThat(analysis.getAction()).contains("registry.extra.other.liquibase.change-log");
			});
	}

	@Test
	void failsInTheEndAndMigratesTheOthers() {
		try (TestDatabase server = TestServer.POSTGRESQL.create()) {
			this.runner
				.withPropertyValues("registry.extra.broken=" + RegistryContexts.memory(),
						"registry.extra.reports.url=" + server.url(),
						"registry.extra.reports.username=" + server.username(),
						"registry.extra.reports.password=" + server.password())
				.run((context) -> {
					assertThat(context).getFailure().hasStackTraceContaining(MigrationException.class.getName());
					FailureAnalysis analysis = new MigrationFailureAnalyzer().analyze(context.getStartupFailure());
					assertThat(analysis).isNotNull();
					assertThat(analysis.getDescription()).contains("Migrating database 'broken' failed at change set",
							"db/changelog/broken", "select from [*]where");
					server.assertConnections(0);
				});
			RegistryContexts.bare()
				.withPropertyValues("registry.database.url=" + server.url(),
						"registry.database.username=" + server.username(),
						"registry.database.password=" + server.password())
				.run((context) -> assertThat(rows(context, "jdbcClient", "report")).isZero());
		}
	}

	@Test
	void aDatabaseThatIsDownIsMigratedWhenItIsBack() {
		try (TestDatabase server = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(server)) {
			proxy.cut();
			this.runner
				.withPropertyValues("registry.extra.reports.url=" + proxy.url(),
						"registry.extra.reports.username=" + server.username(),
						"registry.extra.reports.password=" + server.password(),
						"registry.extra.reports.hikari.connection-timeout=500", "registry.extra.reports.required=false")
				.run((context) -> {
					Map<String, LiquibaseBeanDescriptor> beans = report(context);
					assertThat(beans).containsOnlyKeys("liquibase", "analyticsLiquibase", "reportsLiquibase");
					assertThat(beans.get("reportsLiquibase").getChangeSets()).isEmpty();
					assertThat(beans.get("analyticsLiquibase").getChangeSets()).hasSize(2);
					proxy.restore();
					awaitOpen(context.getBean(Registry.class).databases().get("reports"));
					assertThat(rows(context, "reportsJdbcClient", "report")).isZero();
					assertThat(report(context).get("reportsLiquibase").getChangeSets()).hasSize(1);
				});
		}
	}

	@Test
	void doesNotAskADatabaseThatIsNotOpen() {
		try (SilentServer silent = SilentServer.start()) {
			this.runner
				.withPropertyValues(
						"registry.extra.reports.url=jdbc:postgresql://127.0.0.1:%d/reports".formatted(silent.port()),
						"registry.extra.reports.open-timeout=500ms", "registry.extra.reports.required=false")
				.run((context) -> assertThat(CompletableFuture.supplyAsync(() -> report(context)))
					.succeedsWithin(Duration.ofSeconds(10))
					.satisfies((beans) -> {
						assertThat(beans.get("reportsLiquibase").getChangeSets()).isEmpty();
						assertThat(beans.get("analyticsLiquibase").getChangeSets()).hasSize(2);
					}));
		}
	}

	private static void awaitOpen(Database database) {
		await().atMost(Duration.ofSeconds(20)).until(() -> database.status().state() == State.OPEN);
	}

	private static Map<String, LiquibaseBeanDescriptor> report(ApplicationContext context) {
		return context.getBean(LiquibaseEndpoint.class)
			.liquibaseBeans()
			.getContexts()
			.get(context.getId())
			.getLiquibaseBeans();
	}

	@Test
	void beansThatWaitForTheDatabaseWaitForTheExtras() {
		this.runner.withUserConfiguration(CustomizerWithQuery.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aMigrationOfTheApplicationWins() {
		this.runner
			.withBean("analyticsLiquibase", SpringLiquibase.class, RegistryMigrationAutoConfigurationTests::off,
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> assertThat(context).hasNotFailed().hasBean("liquibase"));
	}

	@Test
	void whatMigratesTenantsIsReplacedByItsName() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(TenantMigrations.class));
		this.runner.withBean("registryTenantMigrations", Object.class, Object::new)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TenantMigrations.class));
	}

	private static SpringLiquibase off() {
		SpringLiquibase liquibase = new SpringLiquibase();
		liquibase.setShouldRun(false);
		return liquibase;
	}

	@Test
	void leavesASubclassOfTheApplicationWhatItIs() {
		withLiquibase(RegistryContexts.bare())
			.withPropertyValues("registry.database.url=" + RegistryContexts.memory(), "registry.schema=shop")
			.withBean("liquibase", ShopLiquibase.class, ShopLiquibase::new)
			.run((context) -> assertThat(context.getBean("liquibase", ShopLiquibase.class).getDefaultSchema())
				.isEqualTo("shop"));
	}

	/** The application's own way to migrate the primary; here it has nothing to do. */
	static class ShopLiquibase extends SpringLiquibase {

		ShopLiquibase() {
			setDefaultSchema("shop");
			setShouldRun(false);
		}

	}

	@Test
	void isSwitchedOffWithAllMigrations() {
		this.runner.withPropertyValues("spring.liquibase.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SpringLiquibase.class));
	}

	@Test
	void reportsOnThePrimaryInItsSchema() {
		withLiquibase(RegistryContexts.bare())
			.withPropertyValues("registry.database.url=" + RegistryContexts.memory(), "registry.schema=shop")
			.run((context) -> assertThat(report(context).get("liquibase").getChangeSets()).hasSize(1));
	}

	@Test
	void isTheEndpointOfThatName() {
		this.runner
			.withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class,
					JmxEndpointAutoConfiguration.class, JmxAutoConfiguration.class))
			.withPropertyValues("management.endpoints.jmx.exposure.include=*", "spring.jmx.enabled=true")
			.run((context) -> assertThat(context.getBean(JmxEndpointsSupplier.class).getEndpoints())
				.extracting((endpoint) -> endpoint.getEndpointId().toString())
				.containsOnlyOnce("liquibase"));
	}

	@Test
	void anEndpointOfTheApplicationWins() {
		this.runner.withBean("own", LiquibaseEndpoint.class)
			.run((context) -> assertThat(context).hasSingleBean(LiquibaseEndpoint.class).hasBean("own"));
	}

	@Test
	void backsOffWithoutLiquibase() {
		RegistryContexts.two()
			.withConfiguration(AutoConfigurations.of(RegistryMigrationAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(SpringLiquibase.class))
			.run((context) -> assertThat(context).hasSingleBean(Registry.class).doesNotHaveBean("analyticsLiquibase"));
	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizerWithQuery {

		@Bean
		RegistryCustomizer customizer(JdbcTemplate primary, ApplicationContext context) {
			Integer visits = primary.queryForObject("select count(*) from visit", Integer.class);
			assertThat(rows(context, "analyticsJdbcClient", "click")).isOne();
			return (builder) -> assertThat(visits).isZero();
		}

	}

}
