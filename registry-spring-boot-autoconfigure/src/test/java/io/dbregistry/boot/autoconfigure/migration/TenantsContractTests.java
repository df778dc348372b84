package io.dbregistry.boot.autoconfigure.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.migration.SchemaSource;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.dbregistry.boot.autoconfigure.RegistryContexts.rows;
import static org.assertj.core.api.Assertions.assertThat;

/** The schemas of tenants are migrated at start. */
@ExtendWith(OutputCaptureExtension.class)
abstract class TenantsContractTests {

	private static final int TENANTS = 20;

	@AutoClose
	private final TestDatabase primary;

	@AutoClose
	private final TestDatabase analytics;

	private final List<String> schemas = new ArrayList<>();

	private final List<String> ofAnalytics = new ArrayList<>();

	TenantsContractTests(TestServer server) {
		this.primary = server.create();
		this.analytics = server.create();
	}

	@BeforeEach
	void makeSchemas() throws SQLException {
		for (int i = 0; i < TENANTS; i++) {
			this.schemas.add(make(this.primary));
		}
		for (int i = 0; i < 2; i++) {
			this.ofAnalytics.add(make(this.analytics));
		}
	}

	private String make(TestDatabase database) throws SQLException {
		String schema = database.schemaName("t");
		if (database.server() == TestServer.H2) {
			schema = schema.toUpperCase(Locale.ROOT);
		}
		execute(database, "create schema " + schema);
		return schema;
	}

	private static void execute(TestDatabase database, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.url(), database.username(),
				database.password()); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private ApplicationContextRunner runner() {
		return RegistryContexts.bare()
			.withConfiguration(AutoConfigurations.of(RegistryChangelogAutoConfiguration.class,
					RegistryMigrationAutoConfiguration.class, LiquibaseAutoConfiguration.class))
			.withPropertyValues(SchemaContractTests.properties("registry.database", this.primary))
			.withPropertyValues(SchemaContractTests.properties("registry.extra.analytics", this.analytics));
	}

	private ApplicationContextRunner listed() {
		return runner().withPropertyValues("registry.migrations.tenant-schemas=" + String.join(",", this.schemas),
				"registry.extra.analytics.migrations.tenant-schemas=" + String.join(",", this.ofAnalytics));
	}

	@Test
	void migratesThoseOfEachDatabaseByTheirChangelogs(CapturedOutput output) {
		listed().run((context) -> {
			assertThat(this.schemas)
				.allSatisfy((schema) -> assertThat(rows(context, "jdbcClient", schema + ".guest")).isOne());
			assertThat(this.ofAnalytics)
				.allSatisfy((schema) -> assertThat(rows(context, "analyticsJdbcClient", schema + ".measure")).isZero());
			assertThat(rows(context, "analyticsJdbcClient", "click")).isOne();
		});
		assertThat(output).containsPattern("Database 'primary': 20 schemas migrated, 0 failed in [0-9]+\\.[0-9] s")
			.containsPattern("Database 'analytics': 2 schemas migrated, 0 failed in [0-9]+\\.[0-9] s");
	}

	@Test
	void doesNothingTheSecondTime(CapturedOutput output) {
		listed().run((context) -> assertThat(context).hasNotFailed());
		listed().run((context) -> assertThat(rows(context, "jdbcClient", this.schemas.get(7) + ".DATABASECHANGELOG"))
			.isEqualTo(2));
		assertThat(output)
			.containsPattern("Database 'primary': 0 schemas migrated, 20 up to date, 0 failed in [0-9]+\\.[0-9] s");
	}

	@Test
	void twoContextsMayStartAtOnce() throws Exception {
		List<CompletableFuture<Void>> starts = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			starts.add(CompletableFuture.runAsync(() -> listed().run((context) -> assertThat(context).hasNotFailed()),
					(start) -> new Thread(start, "context").start()));
		}
		for (CompletableFuture<Void> start : starts) {
			start.get(60, TimeUnit.SECONDS);
		}
		listed().run((context) -> {
			assertThat(rows(context, "jdbcClient", "DATABASECHANGELOG")).isOne();
			assertThat(rows(context, "jdbcClient", "DATABASECHANGELOGLOCK where LOCKED <> false")).isZero();
			assertThat(this.schemas).allSatisfy(
					(schema) -> assertThat(rows(context, "jdbcClient", schema + ".DATABASECHANGELOG")).isEqualTo(2));
			assertThat(this.ofAnalytics)
				.allSatisfy((schema) -> assertThat(rows(context, "analyticsJdbcClient", schema + ".DATABASECHANGELOG"))
					.isOne());
		});
	}

	@Test
	void asksTheDatabaseWhichThereAre() throws SQLException {
		execute(this.primary, "create table tenant (name varchar(100))");
		execute(this.primary,
				"insert into tenant values ('%s'), ('%s')".formatted(this.schemas.get(0), this.schemas.get(1)));
		runner().withPropertyValues("registry.migrations.tenant-schemas-query=select name from tenant")
			.run((context) -> {
				assertThat(rows(context, "jdbcClient", this.schemas.get(1) + ".guest")).isOne();
				Registry registry = context.getBean(Registry.class);
				assertThat(registry.migrations().status("primary")).hasSize(3);
			});
	}

	@Test
	void asksABeanWhichThereAre() {
		runner()
			.withBean(SchemaSource.class,
					() -> (database) -> database.jdbcClient()
						.sql("select '%s' as name".formatted(this.schemas.get(0)))
						.query(String.class)
						.list())
			.run((context) -> assertThat(rows(context, "jdbcClient", this.schemas.get(0) + ".guest")).isOne());
	}

	@Test
	void migratesTheOthersWhenSomeFail() throws SQLException {
		for (String schema : this.schemas.subList(3, 15)) {
			execute(this.primary, "create table %s.guest (id integer)".formatted(schema));
		}
		this.ofAnalytics.add("nobody");
		listed().run((context) -> {
			FailureAnalysis analysis = new MigrationFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription())
				.contains("database 'primary'", "schema '%s'".formatted(this.schemas.get(3)), "tenant.yaml::1::shop",
						"already exists", "schema '%s'".formatted(this.schemas.get(7)))
				.doesNotContain(this.schemas.get(8));
			assertThat(analysis.getAction()).contains("start again");
		});
		this.primary.assertConnections(0);
		for (String schema : this.schemas.subList(3, 15)) {
			execute(this.primary, "drop table %s.guest".formatted(schema));
		}
		this.ofAnalytics.remove("nobody");
		listed().run((context) -> assertThat(this.schemas)
			.allSatisfy((schema) -> assertThat(rows(context, "jdbcClient", schema + ".guest")).isOne()));
	}

	@Test
	void saysWhatToDoAboutASchemaThatIsMissing() {
		this.schemas.add(4, "nobody");
		listed().run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContainingAll("database 'primary'", "schema 'nobody'", "does not exist",
					"registry.schemas().create("));
		runner().run((context) -> assertThat(this.schemas).filteredOn((schema) -> !schema.equals("nobody"))
			.allSatisfy((schema) -> assertThat(rows(context, "jdbcClient", schema + ".guest")).isOne()));
	}

}
