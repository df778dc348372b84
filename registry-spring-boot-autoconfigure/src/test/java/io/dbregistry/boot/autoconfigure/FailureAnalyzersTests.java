package io.dbregistry.boot.autoconfigure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.shop.Event;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Models;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class FailureAnalyzersTests {

	private static final String SECRET = "s3cr3t";

	@Test
	void explainsASettingThatIsWrong() {
		FailureAnalysis analysis = analyze(
				RegistryContexts.two().withPropertyValues("registry.extra.my-db=jdbc:h2:mem:x;password=" + SECRET));
		assertThat(analysis.getDescription()).contains("because of its settings", "'my-db'", "lower-case letters");
		assertThat(analysis.getAction()).isEqualTo("Correct this setting.");
	}

	@Test
	void doesNotSayThatNothingWasOpenedWhereACustomizerIsWrong() {
		FailureAnalysis analysis = analyze(RegistryContexts.two()
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.extra("my-db", RegistryContexts.memory())));
		assertThat(analysis.getDescription()).contains("'my-db'");
		assertThat(analysis.getAction()).isEqualTo("Correct this setting.");
	}

	@Test
	void explainsAQualifierThatNamesNoDatabase() {
		FailureAnalysis analysis = analyze(RegistryContexts.two().withUserConfiguration(Misspelt.class));
		assertThat(analysis.getDescription()).isEqualTo(Misspelt.class.getName()
				+ " asks for a JdbcClient with @Qualifier(\"analitics\"), but no extra database is named 'analitics' (known: 'analytics').");
		assertThat(analysis.getAction())
			.isEqualTo("Correct the name, or add registry.extra.analitics or a bean with that qualifier.");
	}

	@Test
	void explainsThatThePrimaryDatabaseHasNoQualifier() {
		FailureAnalysis analysis = analyze(RegistryContexts.two().withUserConfiguration(Qualified.class));
		assertThat(analysis.getDescription()).contains("a DataSource with @Qualifier(\"primary\")");
		assertThat(analysis.getAction()).startsWith("Remove the qualifier");
	}

	@Test
	void leavesOtherMissingBeansToSpringBoot() {
		RegistryContexts.two()
			.withUserConfiguration(Lost.class)
			.run((context) -> assertThat(new UnknownQualifierFailureAnalyzer(environment()).analyze(failure(context)))
				.isNull());
	}

	@Test
	void explainsAllSettingsThatAreWrong() {
		FailureAnalysis analysis = analyze(RegistryContexts.two()
			.withPropertyValues("registry.extra.my-db=jdbc:h2:mem:x", "spring.datasource.url=jdbc:h2:mem:other",
					"registry.extra.analytics.password=" + SECRET, "registry.database.hikari.maximum-pool-size=2",
					"registry.extra.old=jdbc:sqlserver://db;password=" + SECRET));
		assertThat(analysis.getDescription()).contains("'my-db'", "spring.datasource.url",
				"registry.extra.analytics.url instead", "spring.datasource.hikari", "mssql-jdbc");
		assertThat(analysis.getAction()).contains("Correct these 5 settings");
	}

	@Test
	void listsTheValuesThatASettingMayHave() {
		FailureAnalysis analysis = analyze(
				RegistryContexts.two().withPropertyValues("registry.ddl-auto=update", "registry.health.timeout=5x"));
		assertThat(analysis.getDescription()).contains(
				"registry.ddl-auto is 'update', which can't be read as DdlAuto; use one of 'none', 'create', 'create-drop', 'validate'",
				"registry.health.timeout is '5x', which can't be read as Duration; write it like '5s' or '500ms'");
	}

	@Test
	void tellsARefusedLoginFromASilentServer() {
		try (TestDatabase database = TestServer.POSTGRESQL.create()) {
			FailureAnalysis analysis = analyze(RegistryContexts.two()
				.withPropertyValues("registry.extra.reports.url=" + database.url(),
						"registry.extra.reports.username=" + database.username(),
						"registry.extra.reports.password=" + SECRET));
			assertThat(analysis.getDescription()).contains("Database 'reports' could not be opened",
					"password authentication failed");
			assertThat(analysis.getAction())
				.contains("has refused the login: correct user and password under registry.extra.reports")
				.doesNotContain("required");
		}
	}

	@Test
	void explainsThatTheApplicationBringsAPoolToo() {
		FailureAnalysis analysis = analyze(RegistryContexts.two()
			.withBean("own", DataSource.class, () -> new DriverManagerDataSource(RegistryContexts.memory())));
		assertThat(analysis.getDescription()).contains("'own'", "registry.database.url");
		assertThat(analysis.getAction()).contains("Remove registry.database.url", "or remove the bean");
	}

	@Test
	void explainsThatSeveralPoolsCanBeThePrimary() {
		FailureAnalysis analysis = analyze(RegistryContexts.bare()
			.withBean("a", DataSource.class, () -> new DriverManagerDataSource(RegistryContexts.memory()))
			.withBean("b", DataSource.class, () -> new DriverManagerDataSource(RegistryContexts.memory())));
		assertThat(analysis.getDescription()).contains("'a', 'b'");
		assertThat(analysis.getAction()).contains("@Primary");
	}

	@Test
	void explainsADatabaseThatDoesNotAnswer() {
		FailureAnalysis analysis = analyze(RegistryContexts.two()
			.withPropertyValues("registry.extra.dead.url=jdbc:postgresql://localhost:1/x?user=me&password=" + SECRET));
		assertThat(analysis.getDescription()).contains("Database 'dead' could not be opened", "localhost:1");
		assertThat(analysis.getAction()).contains("'dead'", "registry.extra.dead", "required to false");
	}

	@Test
	void namesEveryDatabaseThatDoesNotAnswer() {
		FailureAnalysis analysis = analyze(RegistryContexts.bare()
			.withPropertyValues("registry.database.url=jdbc:postgresql://localhost:1/x",
					"registry.extra.dead=jdbc:mariadb://localhost:1/x"));
		assertThat(analysis.getDescription()).contains("Database 'primary' could not", "Database 'dead' could not");
		assertThat(analysis.getAction()).contains("'primary'", "spring.datasource").doesNotContain("required");
	}

	@Test
	void explainsADatabaseThatIsNotKnown() {
		FailureAnalysis analysis = analyze(new NoSuchDatabaseException("reportng", List.of("primary", "reporting")));
		assertThat(analysis.getDescription()).contains("'reportng'", "'primary', 'reporting'");
		assertThat(analysis.getAction()).contains("registry.extra.reportng");
	}

	@Test
	void explainsThatAModelIsMissing() {
		FailureAnalysis analysis = analyze(
				catchThrowable(() -> Models.from(List.of(Event.class), List.of("analytics")).get("Evnt")));
		assertThat(analysis.getDescription())
			.isEqualTo("A model 'Evnt' was asked for, but there is none; near: 'Event'.");
		assertThat(analyze(catchThrowable(() -> Models.from(List.of(), List.of()).get("Evnt"))).getDescription())
			.isEqualTo("A model 'Evnt' was asked for, but there is none; known: none.");
	}

	@Test
	void explainsThatTheBuildSawOtherDatabases() {
		FailureAnalysis analysis = analyze(
				new FrozenDatabasesException(List.of("primary"), List.of("primary", "analytics")));
		assertThat(analysis.getDescription()).contains("[primary]", "[primary, analytics]");
		assertThat(analysis.getAction()).contains("profiles", "process-aot");
	}

	@Test
	void explainsThatSeveralTransactionManagersServeOneDatabase() {
		FailureAnalysis analysis = analyze(
				new TransactionManagerException("analytics", List.of("first", "second"), List.of("first", "second")));
		assertThat(analysis.getDescription()).contains("Several transaction managers", "'analytics'");
		assertThat(analysis.getAction()).contains("Keep one of 'first', 'second'");
	}

	@Test
	void explainsThatNoTransactionManagerServesADatabase() {
		FailureAnalysis analysis = analyze(new TransactionManagerException("analytics", List.of(), List.of("other")));
		assertThat(analysis.getDescription()).contains("No transaction manager", "'analytics'", "'other'");
		assertThat(analysis.getAction()).contains("Declare a transaction manager");
	}

	@Test
	void explainsThatABeanNeedsAnOptionalDatabase() {
		FailureAnalysis analysis = analyze(RegistryContexts.two()
			.withPropertyValues("registry.extra.dead.required=false",
					"registry.extra.dead.url=jdbc:postgresql://localhost:1/x?user=me&password=" + SECRET)
			.withBean(Pinging.class, "dead"));
		assertThat(analysis.getDescription()).contains("'dead' has not been available since");
		assertThat(analysis.getAction()).contains("registry.extra.dead.required to true")
			.doesNotContain("required to false");
	}

	@Test
	void explainsThatADatabaseIsNotOpen() {
		FailureAnalysis analysis = analyze(RegistryContexts.two()
			.withPropertyValues("registry.auto-startup=false")
			.withBean(Pinging.class, "analytics"));
		assertThat(analysis.getDescription()).contains("'analytics'", "nobody has opened it");
		assertThat(analysis.getAction()).contains("registry.auto-startup to true");
	}

	@Test
	void explainsAProductThatIsNotKnown() throws SQLException {
		Connection connection = mock(Connection.class, Answers.RETURNS_DEEP_STUBS);
		given(connection.getMetaData().getDatabaseProductName()).willReturn("Informix");
		Throwable failure = catchThrowable(() -> Dialect.from(connection));
		FailureAnalysis analysis = analyze(failure);
		assertThat(analysis.getDescription()).contains("'Informix'");
		assertThat(analysis.getAction()).contains("'PostgreSQL'", "JdbcClient");
	}

	@Test
	void explainsTablesThatCannotBeMade() throws SQLException {
		String url = RegistryContexts.memory();
		try (Connection connection = DriverManager.getConnection(url, "sa", "");
				Statement statement = connection.createStatement()) {
			statement.execute("create user app password '" + SECRET + "'");
			FailureAnalysis analysis = analyze(RegistryContexts.bare()
				.withPropertyValues("registry.database.url=" + url, "registry.database.username=app",
						"registry.database.password=" + SECRET, "registry.ddl-auto=create",
						"registry.extra.analytics=" + RegistryContexts.memory(),
						"registry.models.packages=" + Event.class.getPackageName()));
			assertThat(analysis.getDescription()).contains("'primary'", "rights");
			assertThat(analysis.getAction()).contains("models of database 'primary'", "registry.ddl-auto to 'none'");
		}
	}

	private static FailureAnalysis analyze(ApplicationContextRunner runner) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		runner.run((context) -> analysis[0] = analyze(failure(context)));
		return analysis[0];
	}

	private static Throwable failure(AssertableApplicationContext context) {
		Throwable failure = context.getStartupFailure();
		assertThat(failure).isNotNull();
		return failure;
	}

	/** That of an application with the extra database {@code analytics}. */
	private static Environment environment() {
		MockEnvironment environment = new MockEnvironment().withProperty("registry.extra.analytics", "jdbc:h2:mem:x");
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

	static FailureAnalysis analyze(Throwable failure) {
		return analyze(failure, new DefaultListableBeanFactory());
	}

	static FailureAnalysis analyze(Throwable failure, BeanFactory beanFactory) {
		List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class,
					ArgumentResolver.of(Environment.class, environment()).and(BeanFactory.class, beanFactory),
					(type, name, problem) -> {
					});
		FailureAnalysis analysis = analyzers.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter((result) -> result != null)
			.findFirst()
			.orElseThrow();
		assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain(SECRET);
		return analysis;
	}

	static class Pinging {

		Pinging(String database, Registry registry) throws SQLException {
			registry.databases().get(database).ping();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Misspelt {

		@Bean
		String views(@Qualifier("analitics") JdbcClient analytics) {
			return analytics.toString();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Qualified {

		Qualified(@Qualifier("primary") DataSource dataSource) {
			assertThat(dataSource).isNotNull();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Lost {

		Lost(@Qualifier("analitics") Thread thread) {
			assertThat(thread).isNotNull();
		}

	}

}
