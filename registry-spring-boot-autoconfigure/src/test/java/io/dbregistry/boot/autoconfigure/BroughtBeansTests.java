package io.dbregistry.boot.autoconfigure;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.migration.RegistryMigrationAutoConfiguration;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans of the application that have the name of one of an extra database.
 */
class BroughtBeansTests {

	private final ApplicationContextRunner runner = RegistryContexts.bare()
		.withPropertyValues("spring.datasource.url=" + RegistryContexts.memory());

	@Test
	void aPoolForAnExtraIsNotThePrimaryToo() {
		this.runner.withPropertyValues("registry.extra.analytics.required=true")
			.withUserConfiguration(Pool.class)
			.run((context) -> {
				Object brought = context.getBean("analyticsDataSource");
				Registry registry = context.getBean(Registry.class);
				assertThat(registry.databases().get("analytics").dataSource()).isSameAs(brought);
				assertThat(registry.databases().primary().dataSource()).isNotSameAs(brought)
					.isSameAs(context.getBean(DataSource.class));
				assertThat(qualified(context, DataSource.class, "analytics")).isSameAs(brought);
				assertThat(context.getBean("analyticsJdbcTemplate", JdbcTemplate.class).getDataSource())
					.isSameAs(brought);
			});
	}

	@Test
	void otherBeansOfAnExtraAreNotThePrimarysToo() {
		this.runner.withPropertyValues("registry.extra.analytics=" + RegistryContexts.memory())
			.withUserConfiguration(Others.class)
			.run((context) -> {
				assertThat(context.getBean(JdbcTemplate.class)).isSameAs(context.getBean("jdbcTemplate"));
				assertThat(context.getBean(JdbcClient.class)).isSameAs(context.getBean("jdbcClient"));
				assertThat(context.getBean(PlatformTransactionManager.class))
					.isSameAs(context.getBean("transactionManager"));
				assertThat(qualified(context, JdbcTemplate.class, "analytics"))
					.isSameAs(context.getBean("analyticsJdbcTemplate"));
				assertThat(qualified(context, PlatformTransactionManager.class, "analytics"))
					.isSameAs(context.getBean("analyticsTransactionManager"));
			});
	}

	@Test
	void migrationsOfAnExtraAreNotThePrimarysToo() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(RegistryMigrationAutoConfiguration.class, LiquibaseAutoConfiguration.class))
			.withPropertyValues("registry.extra.analytics=" + RegistryContexts.memory())
			.withUserConfiguration(Migration.class)
			.run((context) -> {
				assertThat(context).hasBean("liquibase");
				assertThat(qualified(context, SpringLiquibase.class, "analytics"))
					.isSameAs(context.getBean("analyticsLiquibase"));
			});
	}

	@Test
	void theQualifierOfTheApplicationStays() {
		this.runner.withPropertyValues("registry.extra.analytics.required=true")
			.withUserConfiguration(Qualified.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(qualified(context, DataSource.class, "statistics"))
					.isSameAs(context.getBean("analyticsDataSource"));
			});
	}

	private static <T> T qualified(AssertableApplicationContext context, Class<T> type, String qualifier) {
		return BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(), type, qualifier);
	}

	@Configuration(proxyBeanMethods = false)
	static class Pool {

		@Bean
		DataSource analyticsDataSource() {
			return new DriverManagerDataSource(RegistryContexts.memory());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Qualified {

		@Bean
		@Qualifier("statistics")
		DataSource analyticsDataSource() {
			return new DriverManagerDataSource(RegistryContexts.memory());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Others {

		@Bean
		JdbcTemplate analyticsJdbcTemplate(@Qualifier("analytics") DataSource dataSource) {
			return new JdbcTemplate(dataSource);
		}

		@Bean
		JdbcTransactionManager analyticsTransactionManager(@Qualifier("analytics") DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Migration {

		@Bean
		SpringLiquibase analyticsLiquibase(@Qualifier("analytics") DataSource dataSource) {
			SpringLiquibase liquibase = new SpringLiquibase();
			liquibase.setDataSource(dataSource);
			liquibase.setChangeLog("classpath:/db/changelog/db.changelog-master.yaml");
			return liquibase;
		}

	}

}
