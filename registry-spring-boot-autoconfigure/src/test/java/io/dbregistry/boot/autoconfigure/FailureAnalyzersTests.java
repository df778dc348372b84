package io.dbregistry.boot.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailureAnalyzersTests {

	private static final String SECRET = "s3cr3t";

	@Test
	void explainsASettingThatIsWrong() {
		FailureAnalysis analysis = analyze(
				RegistryContexts.two().withPropertyValues("registry.extra.my-db=jdbc:h2:mem:x;password=" + SECRET));
		assertThat(analysis.getDescription()).contains("because of its settings", "'my-db'", "lower-case letters");
		assertThat(analysis.getAction()).contains("Correct this setting");
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
	void explainsThatTheBuildSawOtherDatabases() {
		FailureAnalysis analysis = analyze(
				new FrozenDatabasesException(List.of("primary"), List.of("primary", "analytics")));
		assertThat(analysis.getDescription()).contains("[primary]", "[primary, analytics]");
		assertThat(analysis.getAction()).contains("profiles", "process-aot");
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

	static FailureAnalysis analyze(Throwable failure) {
		List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, ArgumentResolver.none(), (type, name, problem) -> {
			});
		FailureAnalysis analysis = analyzers.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter((result) -> result != null)
			.findFirst()
			.orElseThrow();
		assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain(SECRET);
		return analysis;
	}

}
