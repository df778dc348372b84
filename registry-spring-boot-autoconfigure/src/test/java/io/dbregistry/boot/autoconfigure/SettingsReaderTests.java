package io.dbregistry.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dbregistry.database.InvalidSettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingsReaderTests {

	private static final String SYSTEM_ENVIRONMENT = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

	private final StandardEnvironment environment = new StandardEnvironment();

	SettingsReaderTests() {
		MutablePropertySources sources = this.environment.getPropertySources();
		sources.replace(SYSTEM_ENVIRONMENT, new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT, Map.of()));
	}

	@Test
	void readsNothing() {
		assertThat(read()).isEmpty();
	}

	@Test
	void readsShorthandAndBlock() throws IOException {
		yaml("""
				registry:
				  database: { url: "jdbc:h2:mem:app", username: app }
				  extra:
				    analytics: jdbc:h2:mem:analytics
				    legacy:
				      url: jdbc:mariadb://db/legacy
				      required: false
				      hikari: { maximum-pool-size: 2, data-source-properties: { useServerPrepStmts: true } }
				""");
		assertThat(read()).containsExactly("primary", "analytics", "legacy");
	}

	@Test
	void acceptsWhatTheEnvironmentOverrides() throws IOException {
		yaml("registry.extra.analytics: { url: 'jdbc:h2:mem:analytics', password: old }");
		environment(Map.of("REGISTRY_EXTRA_ANALYTICS_PASSWORD", "new",
				"REGISTRY_EXTRA_ANALYTICS_HIKARI_MAXIMUMPOOLSIZE", "3", "REGISTRY_AUTH_TOKEN", "somebody else's"));
		assertThat(read()).containsExactly("analytics");
	}

	@ParameterizedTest
	@ValueSource(strings = { "my-db", "my_db", "MyDb", "1st", " ", "" })
	void refusesNames(String name) throws IOException {
		yaml("registry: { extra: { \"%s\": 'jdbc:h2:mem:x' } }".formatted(name));
		assertThat(problems()).singleElement().asString().contains("is no name for a database");
	}

	@Test
	void refusesTheNameOfThePrimary() throws IOException {
		yaml("registry.extra.primary: jdbc:h2:mem:x");
		assertThat(problems()).singleElement()
			.asString()
			.contains("'primary'", "registry.database", "choose another one");
	}

	@Test
	void suggestsANameThatWorks() throws IOException {
		yaml("registry.extra.My-Db: jdbc:h2:mem:x");
		assertThat(problems()).singleElement().asString().contains("'My-Db'", "call it 'mydb'");
	}

	@Test
	void reportsEveryFaultAtOnce() throws IOException {
		yaml("""
				registry:
				  database: { url: "jdbc:h2:mem:app", hikari.maximum-pool-size: 3 }
				  schma: shop
				  content-type: true
				  health.timeout: soon
				  extra:
				    bad-name: jdbc:h2:mem:x
				    ghost: { required: maybe }
				""");
		assertThat(problems()).hasSize(7)
			.anyMatch((problem) -> problem.contains("'bad-name'"))
			.anyMatch((problem) -> problem.contains("registry.database.hikari is no setting")
					&& problem.contains("spring.datasource.hikari"))
			.anyMatch((problem) -> problem.contains("registry.schma") && problem.contains("'schema'"))
			.anyMatch((problem) -> problem.contains("content types do not exist yet"))
			.anyMatch((problem) -> problem.contains("registry.health.timeout is 'soon'"))
			.anyMatch((problem) -> problem.contains("registry.extra.ghost.required is 'maybe'"))
			.anyMatch((problem) -> problem.contains("'ghost' has no URL"));
	}

	@Test
	void refusesUnknownKeysInEveryBlock() throws IOException {
		yaml("""
				registry:
				  database.uri: jdbc:h2:mem:app
				  defaults: { requird: true, hikari.maximum-pool-sise: 3 }
				  extra.a: { url: "jdbc:h2:mem:a", shema: x, hikari.read-onli: true }
				""");
		assertThat(problems()).hasSize(5)
			.anyMatch((problem) -> problem.contains("registry.database.uri") && problem.contains("'url'"))
			.anyMatch((problem) -> problem.contains("registry.defaults.requird") && problem.contains("'required'"))
			.anyMatch((problem) -> problem.contains("registry.defaults.hikari.maximum-pool-sise"))
			.anyMatch((problem) -> problem.contains("registry.extra.a.shema") && problem.contains("'schema'"))
			.anyMatch((problem) -> problem.contains("registry.extra.a.hikari.read-onli"));
	}

	@Test
	void saysWhyOnUnconnectedIsNoSettingHere() throws IOException {
		yaml("registry.extra.a: { url: 'jdbc:h2:mem:a', on-unconnected: fail }");
		assertThat(problems()).singleElement().asString().contains("on-unconnected", "plain Java");
	}

	@Test
	void refusesPoolOptionsThatMakeNoSense() throws IOException {
		yaml("registry.extra.a: { url: 'jdbc:h2:mem:a', hikari.maximum-pool-size: 0 }");
		assertThat(problems()).singleElement().asString().contains("registry.extra.a.hikari.maximum-pool-size", "'0'");
	}

	@Test
	void refusesAValueWithChildrenFromTwoSources() throws IOException {
		yaml("registry.extra.analytics: jdbc:h2:mem:analytics");
		environment(Map.of("REGISTRY_EXTRA_ANALYTICS_PASSWORD", "s3cret"));
		assertThat(problems()).singleElement()
			.asString()
			.contains("registry.extra.analytics", "registry.extra.analytics.url")
			.doesNotContain("s3cret");
	}

	@Test
	void refusesAPasswordWithoutAUrl() {
		environment(Map.of("REGISTRY_EXTRA_PHANTOM_PASSWORD", "s3cret"));
		assertThat(problems()).singleElement()
			.asString()
			.contains("'phantom' has no URL", "registry.extra.phantom.url", "phantomDataSource")
			.doesNotContain("s3cret");
	}

	@Test
	void leavesTheUrlToAPoolOfTheApplication() throws IOException {
		yaml("registry.extra.own.required: false");
		Set<String> names = new SettingsReader(this.environment, getClass().getClassLoader()).readAll("own"::equals);
		assertThat(names).containsExactly("own");
	}

	@Test
	void refusesTwoPrimaries() throws IOException {
		yaml("""
				registry.database.url: jdbc:postgresql://a/b?password=s3cret
				spring.datasource.url: jdbc:h2:mem:b
				""");
		assertThat(problems()).singleElement()
			.asString()
			.contains("registry.database.url", "spring.datasource.url", "keep one")
			.doesNotContain("s3cret");
	}

	@Test
	void acceptsOnePrimaryNamedTwice() throws IOException {
		yaml("{ registry.database.url: 'jdbc:h2:mem:b', spring.datasource.url: 'jdbc:h2:mem:b' }");
		assertThat(read()).containsExactly("primary");
	}

	@Test
	void refusesSettingsOfSpringBootThatTheUrlMakesUseless() throws IOException {
		yaml("""
				registry.database: { url: "jdbc:h2:mem:b", username: app }
				spring.datasource:
				  username: other
				  password: s3cret
				  driver-class-name: org.h2.Driver
				  jndi-name: java:comp/shop
				""");
		assertThat(problems()).hasSize(4)
			.allMatch((problem) -> !problem.contains("s3cret") && !problem.contains("other"))
			.anyMatch((problem) -> problem.contains("spring.datasource.username")
					&& problem.contains("registry.database.username"))
			.anyMatch((problem) -> problem.contains("set registry.database.password instead"))
			.anyMatch((problem) -> problem.contains("set registry.database.driver-class-name instead"))
			.anyMatch((problem) -> problem.contains("spring.datasource.jndi-name"));
	}

	@Test
	void acceptsTheSettingsOfThePrimaryGivenTwice() throws IOException {
		yaml("""
				registry.database: { url: "jdbc:h2:mem:b", username: app, password: "12", driver-class-name: org.h2.Driver }
				spring.datasource: { username: app, password: "12", driver-class-name: org.h2.Driver }
				""");
		assertThat(read()).containsExactly("primary");
	}

	@Test
	void refusesCredentialsOfThePrimaryWithoutItsUrl() throws IOException {
		yaml("registry.database: { username: app, password: s3cret }");
		assertThat(problems()).hasSize(2)
			.allMatch((problem) -> problem.contains("registry.database.url") && !problem.contains("s3cret"));
	}

	@Test
	void namesTheMissingDriverAndItsDependency() throws IOException {
		yaml("registry.extra.old: jdbc:sqlserver://db;password=s3cret");
		assertThat(problems()).singleElement()
			.asString()
			.contains("registry.extra.old", "com.microsoft.sqlserver.jdbc.SQLServerDriver",
					"com.microsoft.sqlserver:mssql-jdbc")
			.doesNotContain("s3cret");
	}

	@Test
	void namesTheDriverClassThatIsMissing() throws IOException {
		yaml("registry.database: { url: 'jdbc:h2:mem:a', driver-class-name: com.example.Driver }");
		assertThat(problems()).singleElement()
			.asString()
			.contains("registry.database.driver-class-name", "'com.example.Driver'");
	}

	@Test
	void refusesAChangelogThatNobodyWouldRun() throws IOException {
		yaml("registry.extra.a: { url: 'jdbc:h2:mem:a', liquibase: { change-log: 'classpath:/a.yaml' } }");
		assertThat(read()).containsExactly("a");
		SettingsReader reader = new SettingsReader(this.environment, new FilteredClassLoader("liquibase"));
		assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(() -> reader.readAll((name) -> false))
			.withMessageContaining("registry.extra.a.liquibase.change-log is 'classpath:/a.yaml'")
			.withMessageContaining("spring-boot-starter-liquibase");
	}

	@Test
	void refusesSchemasOfTenantsThatNobodyCanFind() throws IOException {
		yaml("""
				registry:
				  migrations: { workers: 0, tenant-schemas: [ acme, "" ], tenant-schemas-query: select 1 }
				  extra.a:
				    url: jdbc:h2:mem:a
				    migrations: { tenant-schemas: globex, tenant-schemas-query: select 1 }
				""");
		assertThat(problems()).containsExactlyInAnyOrder(
				"registry.migrations.workers is '0', and somebody has to migrate; give at least 1",
				"registry.migrations.tenant-schemas is 'acme,', and one of these names is empty; correct it",
				"registry.migrations.tenant-schemas and registry.migrations.tenant-schemas-query are both set, and only "
						+ "one can say which schemas tenants have; remove one of them",
				"registry.extra.a.migrations.tenant-schemas and registry.extra.a.migrations.tenant-schemas-query are both "
						+ "set, and only one can say which schemas tenants have; remove one of them");
	}

	@Test
	void refusesSchemasOfTenantsThatNobodyWouldMigrate() throws IOException {
		yaml("""
				registry:
				  migrations.tenant-schemas-query: select 1
				  extra.a:
				    url: jdbc:h2:mem:a
				    migrations: { tenant-schemas: globex, tenant-change-log: "classpath:/t.yaml" }
				""");
		assertThat(read()).containsExactly("a");
		SettingsReader reader = new SettingsReader(this.environment, new FilteredClassLoader("liquibase"));
		assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(() -> reader.readAll((name) -> false))
			.satisfies((ex) -> assertThat(ex.getProblems()).hasSize(3)
				.allMatch((problem) -> problem.contains("spring-boot-starter-liquibase")));
	}

	@Test
	void refusesWhatIsNoUrl() throws IOException {
		yaml("registry.extra.a: postgresql://host/db");
		assertThat(problems()).singleElement().asString().contains("no JDBC URL", "'postgresql://host/db'");
	}

	@Test
	void refusesAValueWhereABlockIsNeeded() throws IOException {
		yaml("registry.database: jdbc:h2:mem:a;password=s3cret");
		assertThat(problems()).singleElement()
			.asString()
			.contains("registry.database", "registry.database.url")
			.doesNotContain("s3cret");
	}

	@Test
	void readsOnlyNamesAheadOfTime() throws IOException {
		yaml("registry.extra.a: { url: '${A_URL}' }");
		assertThat(new SettingsReader(this.environment, getClass().getClassLoader()).readNames()).containsExactly("a");
	}

	private Set<String> read() {
		return new SettingsReader(this.environment, getClass().getClassLoader()).readAll((name) -> false);
	}

	private List<String> problems() {
		return assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(this::read).actual().getProblems();
	}

	private void yaml(String text) throws IOException {
		new YamlPropertySourceLoader()
			.load("application.yml", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "application.yml"))
			.forEach(this.environment.getPropertySources()::addLast);
	}

	private void environment(Map<String, Object> variables) {
		this.environment.getPropertySources()
			.replace(SYSTEM_ENVIRONMENT, new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT, variables));
	}

}
