package io.dbregistry.boot.autoconfigure.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.migration.MigrationException;
import liquibase.Liquibase;
import liquibase.integration.spring.Customizer;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said when Spring Boot's own migrations, or those of the application, fail.
 */
class PrimaryFailureTests {

	private final String url = RegistryContexts.memory();

	/** Keeps the database. */
	@AutoClose
	private final Connection open = DriverManager.getConnection(this.url, "sa", "");

	PrimaryFailureTests() throws SQLException {
	}

	@ParameterizedTest
	@ValueSource(strings = { "registry.migrations.fast-start=false", "registry.migrations.fast-start=true",
			"registry.schema=shop" })
	void namesTheChangeSetThatFails(String setting) {
		MigrationException failure = failure(runner("statement").withPropertyValues(setting));
		assertThat(failure.getChangeSet()).isEqualTo("db/failing/statement.yaml::bad::tests");
		assertThat(failure.getSchema()).isEqualTo(setting.contains("shop") ? "shop" : null);
		assertThat(failure).hasMessageStartingWith("Migrating ")
			.hasMessageContainingAll("database 'primary' failed at change set 'db/failing/statement.yaml::bad::tests'",
					"NOWHERE", "correct the change set and migrate again");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void namesTheChangeSetThatWasEdited(boolean fast) {
		ApplicationContextRunner runner = runner("edited").withPropertyValues("registry.migrations.fast-start=" + fast);
		runner.withPropertyValues("spring.liquibase.parameters.table=first")
			.run((context) -> assertThat(context).hasNotFailed());
		MigrationException failure = failure(runner.withPropertyValues("spring.liquibase.parameters.table=second"));
		assertThat(failure.getChangeSet()).isEqualTo("db/failing/edited.yaml::edited::tests");
		assertThat(failure).hasMessageContainingAll("it was edited after it was applied", "validCheckSum: ANY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "include", "no-such-file" })
	void namesTheFileThatIsNotThere(String changelog) {
		MigrationException failure = failure(runner(changelog));
		assertThat(failure.getChangeSet()).isNull();
		assertThat(failure).hasMessageContainingAll("Migrating database 'primary' failed: ", "no-such-file.yaml",
				"put what it includes where it looks for it");
	}

	@Test
	void saysThatTheUserMayNotDoThat() {
		JdbcClient.create(new SingleConnectionDataSource(this.open, true))
			.sql("create user app password 'app'")
			.update();
		MigrationException failure = failure(runner("statement").withPropertyValues("registry.database.username=app",
				"registry.database.password=app"));
		assertThat(failure.getChangeSet()).isNull();
		assertThat(failure).hasMessageContainingAll("rights", "see that the user of the connection may do that");
	}

	@Test
	void aBeanOfTheApplicationIsExplainedByItsDatabase() {
		assertThat(failure(runner("statement").withUserConfiguration(OwnPrimary.class)))
			.hasMessageStartingWith("Migrating database 'primary' failed at change set");
		assertThat(failure(runner("edited").withUserConfiguration(OwnAnalytics.class)
			.withPropertyValues("registry.extra.analytics=" + RegistryContexts.memory())))
			.hasMessageStartingWith("Migrating database 'analytics' failed at change set");
	}

	@Test
	void whatIsNotOfTheRegistryStaysWhatItIs() {
		DataSource other = new DriverManagerDataSource(RegistryContexts.memory());
		stays(runner("statement").withBean("own", SpringLiquibase.class, () -> liquibase(other)), "NOWHERE");
		stays(runner("statement").withPropertyValues("spring.liquibase.url=" + this.url,
				"spring.liquibase.user=nobody"), "Wrong user name or password");
		stays(runner("statement").withBean(Customizer.class, PrimaryFailureTests::failing), "failing customizer");
	}

	private static Customizer<Liquibase> failing() {
		return (liquibase) -> {
			throw new IllegalStateException("failing customizer");
		};
	}

	private static void stays(ApplicationContextRunner runner, String words) {
		runner.run((context) -> {
			assertThat(context).getFailure().rootCause().hasMessageContaining(words);
			assertThat(new MigrationFailureAnalyzer().analyze(context.getStartupFailure())).isNull();
		});
	}

	private static MigrationException failure(ApplicationContextRunner runner) {
		MigrationException[] found = new MigrationException[1];
		runner.run((context) -> {
			assertThat(context).hasFailed();
			found[0] = Stream.<Throwable>iterate(context.getStartupFailure(), Objects::nonNull, Throwable::getCause)
				.filter(MigrationException.class::isInstance)
				.map(MigrationException.class::cast)
				.findFirst()
				.orElseThrow(() -> new AssertionError(context.getStartupFailure()));
		});
		return found[0];
	}

	private static SpringLiquibase liquibase(DataSource source) {
		SpringLiquibase liquibase = new SpringLiquibase();
		liquibase.setDataSource(source);
		liquibase.setChangeLog("classpath:/db/failing/statement.yaml");
		return liquibase;
	}

	private ApplicationContextRunner runner(String changelog) {
		return RegistryContexts.bare()
			.withConfiguration(
					AutoConfigurations.of(RegistryMigrationAutoConfiguration.class, LiquibaseAutoConfiguration.class))
			.withPropertyValues("registry.database.url=" + this.url, "registry.database.username=sa",
					"registry.ddl-auto=none",
					"spring.liquibase.change-log=classpath:/db/failing/%s.yaml".formatted(changelog));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnPrimary {

		@Bean
		SpringLiquibase shopMigrations(DataSource dataSource) {
			return liquibase(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAnalytics {

		@Bean(defaultCandidate = false)
		SpringLiquibase analyticsLiquibase(@Qualifier("analytics") DataSource dataSource) {
			return liquibase(dataSource);
		}

	}

}
