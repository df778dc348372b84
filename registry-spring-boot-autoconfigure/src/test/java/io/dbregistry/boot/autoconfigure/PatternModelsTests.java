package io.dbregistry.boot.autoconfigure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.endpoint.RegistryEndpoint;
import io.dbregistry.boot.endpoint.RegistryEndpoint.DatabaseDescriptor;
import io.dbregistry.boot.endpoint.RegistryEndpoint.ModelDescriptor;
import io.dbregistry.boot.health.RegistryHealthContributor;
import io.dbregistry.boot.autoconfigure.health.RegistryHealthAutoConfiguration;
import io.dbregistry.model.Model;
import io.dbregistry.schema.PatternException;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.ToggleProxy;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

/** Models of live tables, and models with sequences, in an application. */
class PatternModelsTests {

	@Test
	void makesSequencesAndPassesOverTablesOfOthers() throws SQLException {
		String url = RegistryContexts.memory() + ";DB_CLOSE_DELAY=-1";
		execute(url, "create table old_order (id bigint primary key)",
				"create table foreign_rows (id bigint primary key)");
		customized((builder) -> builder.models(Counted.class, Foreign.class)
			.pattern("Old", (pattern) -> pattern.include("(?i)old_.*")))
			.withPropertyValues("registry.database.url=" + url, "registry.database.username=sa",
					"registry.ddl-auto=create-drop")
			.run((context) -> {
				Registry registry = context.getBean(Registry.class);
				assertThat(registry.repository(Counted.class).create(new Counted(null)).id()).isNotNull();
				assertThat(models(context, "primary")).contains(
						entry("Counted", new ModelDescriptor("declared", "PUBLIC", "counted", null)),
						entry("Foreign", new ModelDescriptor("reflected", "PUBLIC", "foreign_rows", null)),
						entry("Oldold_order", new ModelDescriptor("pattern", "PUBLIC", "old_order", null)));
			});
		try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
			assertThat(JdbcClient.create(new SingleConnectionDataSource(connection, true))
				.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
				.query(String.class)
				.list()).containsExactlyInAnyOrder("OLD_ORDER", "FOREIGN_ROWS");
		}
	}

	@Test
	void comeWhenAnOptionalDatabaseIsBack() throws SQLException {
		try (TestDatabase server = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(server)) {
			execute(server, "create table old_order (id bigint primary key)");
			proxy.cut();
			customized((builder) -> builder.pattern("Old", (pattern) -> pattern.include("old_.*").databases("legacy")))
				.withPropertyValues("registry.database.url=" + RegistryContexts.memory(), "registry.ddl-auto=create",
						"registry.extra.legacy.url=" + proxy.url(),
						"registry.extra.legacy.username=" + server.username(),
						"registry.extra.legacy.password=" + server.password(), "registry.extra.legacy.required=false")
				.run((context) -> {
					assertThat(database(context, "legacy").state()).isEqualTo("unavailable");
					assertThat(models(context, "legacy")).isEmpty();
					assertThat(health(context, "legacy")).isEqualTo(Status.UNKNOWN);
					proxy.restore();
					await().untilAsserted(() -> assertThat(health(context, "legacy")).isEqualTo(Status.UP));
					assertThat(models(context, "legacy")).containsExactly(
							entry("Oldold_order", new ModelDescriptor("pattern", "public", "old_order", null)));
					assertThat(context.getBean(Registry.class).repository("Oldold_order").query().count()).isZero();
				});
		}
	}

	@Test
	void areShownBeforeTheirTableWasRead() {
		RegistryContexts.two()
			.withBean(RegistryEndpoint.class)
			.withPropertyValues("registry.auto-startup=false")
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Foreign.class))
			.run((context) -> {
				context.getBean(Registry.class)
					.models()
					.register("Setting", (model) -> model.reflected().table("settings"));
				assertThat(models(context, "primary")).containsExactly(
						entry("Foreign", new ModelDescriptor("reflected", null, "foreign_rows", null)),
						entry("Setting", new ModelDescriptor("reflected", null, "settings", null)));
			});
	}

	@Test
	void areExplainedWhenTheirNameIsTaken() throws SQLException {
		String url = RegistryContexts.memory() + ";DB_CLOSE_DELAY=-1";
		execute(url, "create table old_order (id bigint primary key)");
		customized((builder) -> builder.models(Counted.class)
			.pattern("Old", (pattern) -> pattern.include("(?i)old_.*").modelName((table) -> "Counted")))
			.withPropertyValues("registry.database.url=" + url, "registry.database.username=sa",
					"registry.ddl-auto=create")
			.run((context) -> {
				assertThat(context).getFailure().hasStackTraceContaining(PatternException.class.getName());
				FailureAnalysis analysis = FailureAnalyzersTests.analyze(context.getStartupFailure());
				assertThat(analysis.getDescription()).contains("patterns of database 'primary'",
						"'Counted', which is the name of a model of database 'primary'", "'old_order'");
				assertThat(analysis.getAction()).contains("modelName(…)", "exclude(…)", "RegistryCustomizer");
			});
	}

	@Test
	void areExplainedWhenABeanAsksForThemTooEarly() {
		FailureAnalysis analysis = early((registry) -> registry.repository("Oldold_order"));
		assertThat(analysis.getDescription()).contains("'Oldold_order'", "'Foreign'");
		assertThat(analysis.getAction()).contains("Correct the name", "not in a constructor");
	}

	@Test
	void areExplainedWhenABeanUsesThemBeforeTheirTableWasRead() {
		FailureAnalysis analysis = early((registry) -> {
			registry.models().register("Setting", (model) -> model.reflected().table("settings"));
			registry.query("Setting").count();
		});
		assertThat(analysis.getDescription()).contains("'Setting'", "'primary'");
		assertThat(analysis.getAction()).contains("after its beans are made", "refresh(\"primary\")");
	}

	private static FailureAnalysis early(Consumer<Registry> use) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		customized((builder) -> builder.models(Foreign.class).pattern("Old", (pattern) -> pattern.include("old_.*")))
			.withPropertyValues("registry.database.url=" + RegistryContexts.memory())
			.withBean(Early.class, use)
			.run((context) -> analysis[0] = FailureAnalyzersTests
				.analyze(Objects.requireNonNull(context.getStartupFailure())));
		return analysis[0];
	}

	static class Early {

		Early(Consumer<Registry> use, Registry registry) {
			use.accept(registry);
		}

	}

	private static ApplicationContextRunner customized(RegistryCustomizer customizer) {
		return RegistryContexts.bare()
			.withConfiguration(AutoConfigurations.of(RegistryHealthAutoConfiguration.class))
			.withBean(RegistryEndpoint.class)
			.withBean(RegistryCustomizer.class, () -> customizer);
	}

	private static DatabaseDescriptor database(ApplicationContext context, String name) {
		return context.getBean(RegistryEndpoint.class).registries().registries().get("registry").databases().get(name);
	}

	private static Map<String, ModelDescriptor> models(ApplicationContext context, String database) {
		return database(context, database).models();
	}

	private static Status health(ApplicationContext context, String database) {
		HealthIndicator indicator = (HealthIndicator) context.getBean(RegistryHealthContributor.class)
			.getContributor(database);
		return Objects.requireNonNull(indicator.health()).getStatus();
	}

	private static void execute(TestDatabase database, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.url(), database.username(),
				database.password()); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static void execute(String url, String... statements) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, "sa", "");
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	@Model
	record Counted(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE) @Nullable Long id) {
	}

	@Model(reflected = true)
	@Table(name = "foreign_rows")
	record Foreign(@Id Long id) {
	}

}
