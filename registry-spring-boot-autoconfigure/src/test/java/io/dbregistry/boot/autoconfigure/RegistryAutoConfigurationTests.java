package io.dbregistry.boot.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.dbregistry.DelegatingRegistry;
import io.dbregistry.Registry;
import io.dbregistry.RegistryBuilder;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseOpenException;
import io.dbregistry.database.DatabaseStatus.State;
import io.dbregistry.database.Lease;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistryAutoConfigurationTests {

	@Test
	void buildsARegistryOverThePoolsOfTheContext() {
		RegistryContexts.two().run((context) -> {
			Registry registry = context.getBean(Registry.class);
			assertThat(registry.databases().names()).containsExactly("primary", "analytics");
			assertThat(registry.databases().primary().dataSource()).isSameAs(context.getBean("dataSource"));
			assertThat(registry.databases().get("analytics").dataSource())
				.isSameAs(context.getBean("analyticsDataSource"));
		});
	}

	@Test
	void keepsTheOrderOfDeclarationWhenASettingIsOverridden() {
		RegistryContexts.bare()
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("file",
						new TreeMap<>(Map.of("registry.extra.a.url", RegistryContexts.memory(), "registry.extra.b.url",
								RegistryContexts.memory())))))
			.withPropertyValues("registry.extra.b.required=false")
			.run((context) -> assertThat(context.getBean(Registry.class).databases().names()).containsExactly("primary",
					"a", "b"));
	}

	@Test
	void backsOffWithoutADataSource() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(RegistryDatabaseAutoConfiguration.class, RegistryAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(Registry.class));
	}

	@Test
	void opensEveryDatabaseAtStartAndGivesItBackAtTheEnd() {
		RegistryContexts.two().run((context) -> {
			Registry registry = context.getBean(Registry.class);
			for (Database database : registry.databases()) {
				assertThat(database.status().state()).isEqualTo(State.OPEN);
				assertThat(database.status().holders()).containsExactly("bean 'registry'");
			}
			HikariDataSource pool = context.getBean("analyticsDataSource", HikariDataSource.class);
			context.close();
			assertThat(pool.isClosed()).isTrue();
			assertThat(registry.databases().get("analytics").status().holders()).isEmpty();
		});
	}

	@Test
	void canBeStoppedAndStartedAgain() {
		RegistryContexts.two().run((context) -> {
			Database analytics = context.getBean(Registry.class).databases().get("analytics");
			context.stop();
			assertThat(analytics.status().holders()).isEmpty();
			context.start();
			assertThat(analytics.status().state()).isEqualTo(State.OPEN);
		});
	}

	@Test
	void staysOpenWhenTheContextIsPaused() {
		RegistryContexts.two().run((context) -> {
			Database analytics = context.getBean(Registry.class).databases().get("analytics");
			context.getSourceApplicationContext(ConfigurableApplicationContext.class).pause();
			assertThat(analytics.status().state()).isEqualTo(State.OPEN);
			context.getSourceApplicationContext(ConfigurableApplicationContext.class).restart();
			assertThat(analytics.status().holders()).containsExactly("bean 'registry'");
		});
	}

	@Test
	void doesNotPauseAndStartsEarly() {
		RegistryContexts.two().run((context) -> {
			RegistryLifecycle lifecycle = context.getBean(RegistryLifecycle.class);
			assertThat(lifecycle.isPauseable()).isFalse();
			assertThat(lifecycle.getPhase()).isEqualTo(-1000);
		});
	}

	@Test
	void leavesOpeningToTheApplication() {
		RegistryContexts.two()
			.withPropertyValues("registry.auto-startup=false", "registry.schema=shop")
			.run((context) -> {
				Registry registry = context.getBean(Registry.class);
				assertThat(registry.databases())
					.allSatisfy((database) -> assertThat(database.status().holders()).isEmpty());
				assertThat(context.getBean("analyticsDataSource", HikariDataSource.class).isRunning()).isFalse();
				assertThat(context.getBean(JdbcTemplate.class).queryForObject("select current_schema()", String.class))
					.isEqualTo("shop");
				try (Lease lease = registry.open("the application")) {
					assertThat(registry.databases().get("analytics").status().holders())
						.containsExactly(lease.holder());
				}
			});
	}

	@Test
	void customizersAddToTheRegistry() {
		RegistryContexts.two()
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.extra("archive", RegistryContexts.memory()))
			.run((context) -> assertThat(context.getBean(Registry.class).databases().names()).containsExactly("primary",
					"analytics", "archive"));
	}

	@Test
	void aCustomizerThatUsesTheDatabaseMakesNoCycle() {
		RegistryContexts.two()
			.withUserConfiguration(CustomizerWithJdbcTemplate.class)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(Registry.class));
	}

	@Test
	void aRegistryOfTheApplicationWinsAndIsServed() {
		RegistryContexts.two().withUserConfiguration(OwnRegistry.class).run((context) -> {
			assertThat(context).hasSingleBean(Registry.class);
			Registry registry = context.getBean(Registry.class);
			assertThat(registry).isInstanceOf(Own.class);
			assertThat(registry.databases().get("analytics").status().holders()).containsExactly("bean 'own'");
		});
	}

	@Test
	void servesEveryRegistryOfTheContext() {
		RegistryContexts.two()
			.withBean("second", Registry.class, () -> Registry.builder().database(RegistryContexts.memory()).build(),
					(definition) -> definition.setAutowireCandidate(false))
			.run((context) -> {
				Registry second = context.getBean("second", Registry.class);
				assertThat(second.databases().primary().status().state()).isEqualTo(State.OPEN);
				context.close();
				assertThat(second.databases().primary().status().state()).isEqualTo(State.CLOSED);
			});
	}

	@Test
	void joinsTheTransactionsOfTheContext() {
		RegistryContexts.two().run((context) -> {
			Registry registry = context.getBean(Registry.class);
			assertThat(registry.databases().primary().transactionManager())
				.isSameAs(context.getBean("transactionManager"));
			assertThat(registry.databases().get("analytics").transactionManager())
				.isSameAs(context.getBean("analyticsTransactionManager"));
		});
	}

	@Test
	void refusesSeveralTransactionManagersForOnePool() {
		RegistryContexts.two().withUserConfiguration(SecondTransactionManager.class).run((context) -> {
			Database primary = context.getBean(Registry.class).databases().primary();
			assertThatExceptionOfType(TransactionManagerException.class).isThrownBy(primary::transactionManager)
				.satisfies((failure) -> {
					assertThat(failure.getServing()).containsExactly("first", "second");
					assertThat(failure).hasMessageContainingAll("'primary'", "'first', 'second'");
				});
		});
	}

	@Test
	void failsAndReleasesTheOthersWhenOneCannotBeOpened() {
		String url = RegistryContexts.memory();
		RegistryContexts.two()
			.withPropertyValues("registry.extra.dead=" + url + ";IFEXISTS=TRUE")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.satisfies((root) -> assertThat(context.getStartupFailure())
					.hasStackTraceContaining(DatabaseOpenException.class.getName())
					.hasStackTraceContaining("Database 'dead' could not be opened")));
	}

	@Test
	void startsWithoutAnOptionalDatabase() {
		RegistryContexts.two()
			.withPropertyValues("registry.extra.dead.url=" + RegistryContexts.memory() + ";IFEXISTS=TRUE",
					"registry.extra.dead.required=false")
			.run((context) -> {
				Database dead = context.getBean(Registry.class).databases().get("dead");
				assertThat(dead.status().state()).isEqualTo(State.UNAVAILABLE);
				assertThat(dead.status().holders()).containsExactly("bean 'registry'");
			});
	}

	@Test
	void tablesAreDroppedBeforeThePoolsAreClosed() {
		RegistryContexts.two()
			.run((context) -> assertThat(new String[] { "dataSource", "analyticsDataSource" })
				.allSatisfy((pool) -> assertThat(context.getBeanFactory().getDependentBeans(pool))
					.contains("registryModelTablesInitializer")));
	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizerWithJdbcTemplate {

		@Bean
		RegistryCustomizer customizer(JdbcTemplate jdbcTemplate) {
			List<Integer> rows = jdbcTemplate.queryForList("select 1", Integer.class);
			return (builder) -> assertThat(rows).containsExactly(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRegistry {

		@Bean
		Registry own(RegistryBuilder builder) {
			return new Own(builder.build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondTransactionManager {

		@Bean
		PlatformTransactionManager first(DataSource dataSource) {
			return new DataSourceTransactionManager(dataSource);
		}

		@Bean
		PlatformTransactionManager second(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

	static class Own extends DelegatingRegistry {

		Own(Registry delegate) {
			super(delegate);
		}

		@Override
		protected Registry wrap(Registry other) {
			return new Own(other);
		}

	}

}
