package io.dbregistry.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.InvalidSettingsException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistryDatabaseAutoConfigurationTests {

	private final ApplicationContextRunner runner = RegistryContexts.bare();

	@Test
	void tellsSpringBootWhereThePrimaryIs() {
		String url = RegistryContexts.memory();
		this.runner
			.withPropertyValues("registry.database.url=" + url, "registry.database.username=app",
					"registry.database.password=secret", "spring.datasource.hikari.maximum-pool-size=4")
			.run((context) -> {
				HikariDataSource pool = context.getBean(HikariDataSource.class);
				assertThat(context).hasBean("dataSource").getBean("dataSource").isSameAs(pool);
				assertThat(pool.getJdbcUrl()).isEqualTo(url);
				assertThat(pool.getUsername()).isEqualTo("app");
				assertThat(pool.getMaximumPoolSize()).isEqualTo(4);
			});
	}

	@Test
	void leavesThePrimaryToSpringBootWithoutAUrl() {
		String url = RegistryContexts.memory();
		this.runner.withPropertyValues("spring.datasource.url=" + url).run((context) -> {
			assertThat(context).doesNotHaveBean(PrimaryConnectionDetails.class);
			assertThat(context.getBean(HikariDataSource.class).getJdbcUrl()).isEqualTo(url);
		});
	}

	@Test
	void leavesThePrimaryToAnEmbeddedDatabaseWithoutAnything() {
		this.runner.run((context) -> assertThat(context.getBean(HikariDataSource.class).getJdbcUrl())
			.startsWith("jdbc:h2:mem:"));
	}

	@Test
	void connectionDetailsOfTheApplicationWin() {
		String url = RegistryContexts.memory();
		this.runner.withPropertyValues("registry.database.url=" + RegistryContexts.memory())
			.withBean("details", JdbcConnectionDetails.class, () -> new OwnDetails(url))
			.run((context) -> {
				assertThat(context).hasSingleBean(JdbcConnectionDetails.class);
				assertThat(context.getBean(HikariDataSource.class).getJdbcUrl()).isEqualTo(url);
			});
	}

	@Test
	void addsAFamilyOfBeansForEachExtra() {
		RegistryContexts.two()
			.withPropertyValues("registry.extra.legacy=" + RegistryContexts.memory())
			.run((context) -> {
				for (String name : new String[] { "analytics", "legacy" }) {
					assertThat(context).hasBean(name + "DataSource")
						.hasBean(name + "JdbcTemplate")
						.hasBean(name + "JdbcClient")
						.hasBean(name + "TransactionManager");
					HikariDataSource pool = context.getBean(name + "DataSource", HikariDataSource.class);
					assertThat(pool.getPoolName()).isEqualTo(name);
					assertThat(pool.getMinimumIdle()).isEqualTo(1);
					assertThat(context.getBean(name + "JdbcTemplate", JdbcTemplate.class).getDataSource())
						.isSameAs(pool);
					assertThat(BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(),
							PlatformTransactionManager.class, name))
						.isSameAs(context.getBean(name + "TransactionManager"));
				}
			});
	}

	@Test
	void unqualifiedInjectionSeesThePrimary() {
		RegistryContexts.two().withUserConfiguration(Injected.class).run((context) -> {
			Injected injected = context.getBean(Injected.class);
			assertThat(injected.dataSource).isSameAs(context.getBean("dataSource"));
			assertThat(injected.jdbcClient).isSameAs(context.getBean("jdbcClient"));
			assertThat(injected.analytics).isSameAs(context.getBean("analyticsJdbcClient"));
			assertThat(context.getBean(DataSource.class)).isSameAs(context.getBean("dataSource"));
			assertThat(context.getBean(PlatformTransactionManager.class))
				.isSameAs(context.getBean("transactionManager"));
			assertThat(context).hasSingleBean(TransactionTemplate.class);
		});
	}

	@Test
	void extrasInheritTheDefaults() {
		RegistryContexts.two()
			.withPropertyValues("registry.defaults.username=everybody", "registry.defaults.hikari.maximum-pool-size=5",
					"registry.defaults.hikari.minimum-idle=2", "registry.extra.legacy.url=" + RegistryContexts.memory(),
					"registry.extra.legacy.username=legacy", "registry.extra.legacy.hikari.maximum-pool-size=3",
					"registry.extra.legacy.hikari.data-source-properties.FORBID_CREATION=false")
			.run((context) -> {
				HikariDataSource analytics = context.getBean("analyticsDataSource", HikariDataSource.class);
				assertThat(analytics.getUsername()).isEqualTo("everybody");
				assertThat(analytics.getMaximumPoolSize()).isEqualTo(5);
				HikariDataSource legacy = context.getBean("legacyDataSource", HikariDataSource.class);
				assertThat(legacy.getUsername()).isEqualTo("legacy");
				assertThat(legacy.getMaximumPoolSize()).isEqualTo(3);
				assertThat(legacy.getMinimumIdle()).isEqualTo(2);
				assertThat(legacy.getDataSourceProperties()).containsEntry("FORBID_CREATION", "false");
			});
	}

	@Test
	void aBeanOfTheApplicationWinsOverOneOfAFamily() {
		DriverManagerDataSource own = new DriverManagerDataSource(RegistryContexts.memory());
		this.runner
			.withPropertyValues("registry.database.url=" + RegistryContexts.memory(),
					"registry.extra.analytics.required=true")
			.withBean("analyticsDataSource", DataSource.class, () -> own,
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> {
				assertThat(context.getBean("analyticsJdbcTemplate", JdbcTemplate.class).getDataSource()).isSameAs(own);
				assertThat(context.getBean(Registry.class).databases().get("analytics").dataSource()).isSameAs(own);
			});
	}

	@Test
	void marksThePoolOfThePrimaryOnlyWhenThereAreExtras() {
		this.runner.run((context) -> assertThat(isPrimary(context.getBeanFactory(), "dataSource")).isFalse());
		RegistryContexts.two().run((context) -> assertThat(isPrimary(context.getBeanFactory(), "dataSource")).isTrue());
	}

	private static boolean isPrimary(ConfigurableListableBeanFactory beanFactory, String name) {
		return beanFactory.getBeanDefinition(name).isPrimary();
	}

	@Test
	void adoptsThePoolOfTheApplication() {
		DriverManagerDataSource own = new DriverManagerDataSource(RegistryContexts.memory());
		this.runner.withPropertyValues("registry.extra.analytics=" + RegistryContexts.memory())
			.withBean("own", DataSource.class, () -> own)
			.run((context) -> {
				assertThat(context).doesNotHaveBean("dataSource");
				assertThat(context.getBean(Registry.class).databases().primary().dataSource()).isSameAs(own);
			});
	}

	@Test
	void refusesAPoolOfTheApplicationBesideAUrl() {
		this.runner.withPropertyValues("registry.database.url=" + RegistryContexts.memory())
			.withBean("own", DataSource.class, () -> new DriverManagerDataSource(RegistryContexts.memory()))
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOfSatisfying(ApplicationDataSourceException.class, (failure) -> {
					assertThat(failure.getBeans()).containsExactly("own");
					assertThat(failure.isUrlGiven()).isTrue();
				}));
	}

	@Test
	void refusesSeveralPoolsOfTheApplication() {
		this.runner.withBean("a", DataSource.class, () -> new DriverManagerDataSource(RegistryContexts.memory()))
			.withBean("b", DataSource.class, () -> new DriverManagerDataSource(RegistryContexts.memory()))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(ApplicationDataSourceException.class,
						(failure) -> assertThat(failure.getBeans()).containsExactly("a", "b")));
	}

	@Test
	void usesTheSchemaInThePoolToo() {
		this.runner.withPropertyValues("registry.database.url=" + RegistryContexts.memory(), "registry.schema=shop",
				"registry.extra.analytics.url=" + RegistryContexts.memory(), "registry.extra.analytics.schema=events")
			.run((context) -> {
				assertThat(
						context.getBean(JdbcClient.class).sql("select current_schema()").query(String.class).single())
					.isEqualTo("shop");
				assertThat(context.getBean("analyticsJdbcClient", JdbcClient.class)
					.sql("select current_schema()")
					.query(String.class)
					.single()).isEqualTo("events");
			});
	}

	@Test
	void leavesASchemaOfThePoolAlone() {
		String url = RegistryContexts.memory() + ";INIT=create schema if not exists other";
		this.runner
			.withPropertyValues("registry.database.url=" + url, "registry.schema=shop",
					"spring.datasource.hikari.schema=OTHER")
			.run((context) -> assertThat(currentSchema(context.getBean(DataSource.class))).isEqualTo("OTHER"));
	}

	private static String currentSchema(DataSource dataSource) throws SQLException {
		try (Connection connection = dataSource.getConnection()) {
			return connection.getSchema();
		}
	}

	@Test
	void failsForWrongSettingsBeforeAnythingIsBuilt() {
		this.runner.withPropertyValues("registry.extra.my-db=jdbc:h2:mem:x", "registry.contnt-type=true")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOfSatisfying(InvalidSettingsException.class,
						(failure) -> assertThat(failure.getProblems()).hasSize(2)));
	}

	@Test
	void backsOffWithoutTheCoreModule() {
		this.runner.withClassLoader(new FilteredClassLoader(Database.class))
			.run((context) -> assertThat(context).doesNotHaveBean(RegistryProperties.class));
	}

	@Test
	void comparesTheNamesThatWereFrozenAheadOfTime() {
		RegistryContexts.two().run((context) -> {
			FrozenDatabases frozen = new FrozenDatabases(List.of("primary", "reports"), List.of());
			frozen.setEnvironment(context.getEnvironment());
			assertThatExceptionOfType(FrozenDatabasesException.class)
				.isThrownBy(() -> frozen.check(getClass().getClassLoader()))
				.satisfies((failure) -> {
					assertThat(failure.getBuilt()).containsExactly("primary", "reports");
					assertThat(failure.getConfigured()).containsExactly("primary", "analytics");
				});
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Injected {

		final DataSource dataSource;

		final JdbcClient jdbcClient;

		final JdbcClient analytics;

		Injected(DataSource dataSource, JdbcClient jdbcClient, @Qualifier("analytics") JdbcClient analytics) {
			this.dataSource = dataSource;
			this.jdbcClient = jdbcClient;
			this.analytics = analytics;
		}

	}

	private record OwnDetails(String url) implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

		@Override
		public String getUsername() {
			return "sa";
		}

		@Override
		public String getPassword() {
			return "";
		}

	}

}
