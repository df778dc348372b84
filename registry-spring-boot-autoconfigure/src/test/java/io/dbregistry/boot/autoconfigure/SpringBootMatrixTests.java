package io.dbregistry.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.jpa.Visit;
import io.dbregistry.database.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import liquibase.integration.spring.SpringLiquibase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.TestDatabaseAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Spring Boot configures for one database is there as always, however many extras
 * there are.
 */
class SpringBootMatrixTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void jdbc(int extras) {
		with(extras).run((context) -> {
			assertThat(context.getBean(JdbcTemplate.class)).isSameAs(context.getBean("jdbcTemplate"));
			assertThat(context.getBean(JdbcClient.class)).isSameAs(context.getBean("jdbcClient"));
			assertThat(context.getBean(PlatformTransactionManager.class))
				.isSameAs(context.getBean("transactionManager"));
			assertThat(context).hasSingleBean(TransactionTemplate.class);
			assertThat(context.getBeansOfType(DataSource.class)).hasSize(extras + 1);
			assertRegistry(context, extras);
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void scripts(int extras) {
		with(extras).withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
			.withPropertyValues("spring.sql.init.schema-locations=classpath:db/migration/V1__visit.sql",
					"registry.schema=shop")
			.run((context) -> {
				assertThat(count(context, "\"shop\".visit")).isZero();
				assertRegistry(context, extras);
			});
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void flyway(int extras) {
		with(extras).withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class)).run((context) -> {
			assertThat(context).hasSingleBean(Flyway.class);
			assertThat(count(context, "visit")).isZero();
			assertRegistry(context, extras);
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void liquibase(int extras) {
		with(extras).withConfiguration(AutoConfigurations.of(LiquibaseAutoConfiguration.class)).run((context) -> {
			assertThat(context).hasBean("liquibase");
			assertThat(context.getBean(SpringLiquibase.class)).isSameAs(context.getBean("liquibase"));
			assertThat(count(context, "visit")).isZero();
			assertRegistry(context, extras);
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void jakartaPersistence(int extras) {
		with(extras).withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(Entities.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(EntityManagerFactory.class);
				assertThat(context.getBean(PlatformTransactionManager.class)).isInstanceOf(JpaTransactionManager.class);
				assertRegistry(context, extras);
				assertOneTransactionSpansBoth(context);
			});
	}

	private static void assertOneTransactionSpansBoth(ApplicationContext context) {
		EntityManager entities = SharedEntityManagerCreator
			.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
		Database primary = context.getBean(Registry.class).databases().primary();
		TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
		transaction.executeWithoutResult((status) -> {
			entities.persist(new Visit(1));
			entities.flush();
			assertThat(primary.jdbcClient().sql("select id from visit").query(Integer.class).list()).containsExactly(1);
			primary.transaction(() -> primary.jdbcClient().sql("insert into visit values (2)").update());
			status.setRollbackOnly();
		});
		assertThat(count(context, "visit")).isZero();
		primary.transaction(() -> {
			entities.persist(new Visit(3));
			primary.jdbcClient().sql("insert into visit values (4)").update();
		});
		assertThat(count(context, "visit")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void sessions(int extras) {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(RegistryContexts.CONFIGURATIONS))
			.withConfiguration(
					AutoConfigurations.of(SessionAutoConfiguration.class, JdbcSessionAutoConfiguration.class))
			.withPropertyValues(properties(extras))
			.run((context) -> {
				JdbcIndexedSessionRepository sessions = context.getBean(JdbcIndexedSessionRepository.class);
				sessions.save(sessions.createSession());
				assertThat(count(context, "spring_session")).isOne();
				assertRegistry(context, extras);
			});
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	@Tag("java21") // what jOOQ is compiled for; see the profile of that name
	void jooq(int extras) {
		Class<?> autoConfiguration = ClassUtils
			.resolveClassName("org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration", null);
		Class<?> dslContext = ClassUtils.resolveClassName("org.jooq.DSLContext", null);
		with(extras).withConfiguration(AutoConfigurations.of(autoConfiguration)).run((context) -> {
			assertThat(context).hasSingleBean(dslContext);
			assertRegistry(context, extras);
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void replacedTestDatabase(int extras) {
		with(extras).withConfiguration(AutoConfigurations.of(TestDatabaseAutoConfiguration.class))
			.withPropertyValues("registry.database.url=jdbc:postgresql://localhost:1/dead", "registry.schema=shop")
			.run((context) -> {
				assertThat(context.getBean(DataSource.class)).isInstanceOf(EmbeddedDatabase.class)
					.isSameAs(context.getBean("dataSource"));
				assertRegistry(context, extras);
			});
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void lazyConnections(int extras) {
		with(extras).withPropertyValues("spring.datasource.connection-fetch=lazy").run((context) -> {
			assertThat(context.getBean(DataSource.class)).isInstanceOf(LazyConnectionDataSourceProxy.class);
			assertRegistry(context, extras);
		});
	}

	private static ApplicationContextRunner with(int extras) {
		return RegistryContexts.bare().withPropertyValues(properties(extras));
	}

	private static String[] properties(int extras) {
		List<String> properties = new ArrayList<>();
		properties.add("registry.database.url=" + RegistryContexts.memory());
		for (int i = 1; i <= extras; i++) {
			properties.add("registry.extra.extra" + i + "=" + RegistryContexts.memory());
		}
		return properties.toArray(String[]::new);
	}

	private static void assertRegistry(ApplicationContext context, int extras) {
		Registry registry = context.getBean(Registry.class);
		assertThat(registry.databases()).hasSize(extras + 1);
		assertThat(registry.databases().primary().dataSource()).isSameAs(context.getBean("dataSource"));
		assertThat(registry.databases().primary().transactionManager())
			.isSameAs(context.getBean(PlatformTransactionManager.class));
	}

	private static int count(ApplicationContext context, String table) {
		return context.getBean(JdbcClient.class).sql("select count(*) from " + table).query(Integer.class).single();
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Visit.class)
	static class Entities {

	}

}
