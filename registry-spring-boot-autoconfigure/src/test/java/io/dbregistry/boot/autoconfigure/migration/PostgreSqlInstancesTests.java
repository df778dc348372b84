package io.dbregistry.boot.autoconfigure.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.testsupport.OtherJvm;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AutoClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Several instances of an application start at once, where nothing is migrated yet. */
class PostgreSqlInstancesTests {

	private static final int INSTANCES = 5;

	private static final int TENANTS = 25;

	private static final List<String> FAST_START = List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto",
			"-XX:+UseSerialGC");

	@TempDir
	private Path folder;

	@AutoClose
	private final TestDatabase primary = TestServer.POSTGRESQL.create();

	@AutoClose
	private final TestDatabase analytics = TestServer.POSTGRESQL.create();

	@Test
	void eachChangeSetIsAppliedOnce() throws Exception {
		makeTenants(this.primary);
		makeTenants(this.analytics);
		List<Process> instances = new ArrayList<>();
		try {
			for (int i = 0; i < INSTANCES; i++) {
				instances.add(OtherJvm.start(FAST_START, PostgreSqlInstancesTests.class, output(i), this.primary.url(),
						this.primary.username(), this.primary.password(), this.analytics.url(),
						this.analytics.username(), this.analytics.password(), this.folder.toString()));
			}
			for (int i = 0; i < INSTANCES; i++) {
				awaitLine(i, instances.get(i), "ready");
			}
			Files.createFile(this.folder.resolve("go"));
			for (int i = 0; i < INSTANCES; i++) {
				awaitLine(i, instances.get(i), "up");
				assertThat(instances.get(i).waitFor()).isZero();
			}
		}
		finally {
			instances.forEach(Process::destroyForcibly);
		}
		requireEachOnce(this.primary, "visit", "1", "2");
		requireEachOnce(this.analytics, "click,click-in-plain-sql", "1");
	}

	private Path output(int instance) {
		return this.folder.resolve("output" + instance);
	}

	private void awaitLine(int instance, Process process, String line) {
		await().atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> !process.isAlive() || read(instance).contains(line));
		assertThat(read(instance)).contains(line);
	}

	private List<String> read(int instance) {
		try {
			return Files.readAllLines(output(instance));
		}
		catch (IOException ex) {
			return List.of(String.valueOf(ex.getMessage()));
		}
	}

	private static void makeTenants(TestDatabase database) throws Exception {
		try (Connection connection = connect(database)) {
			for (int i = 0; i < TENANTS; i++) {
				client(connection).sql("create schema tenant_" + i).update();
			}
		}
	}

	private static void requireEachOnce(TestDatabase database, String own, String... ofTenants) throws Exception {
		try (Connection connection = connect(database)) {
			JdbcClient client = client(connection);
			assertThat(client.sql("select id from databasechangelog order by orderexecuted").query(String.class).list())
				.containsExactly(own.split(","));
			for (int i = 0; i < TENANTS; i++) {
				assertThat(client.sql("select id from tenant_%d.databasechangelog order by orderexecuted".formatted(i))
					.query(String.class)
					.list()).containsExactly(ofTenants);
			}
			assertThat(client.sql("select count(*) from registry_migration where schema_name like 'tenant%'")
				.query(Integer.class)
				.single()).isEqualTo(TENANTS);
			List<String> locks = client
				.sql("select oid::regclass::text from pg_class where relname = 'databasechangeloglock'")
				.query(String.class)
				.list();
			assertThat(locks).allSatisfy((lock) -> assertThat(
					client.sql("select count(*) from %s where locked".formatted(lock)).query(Integer.class).single())
				.isZero());
		}
	}

	private static Connection connect(TestDatabase database) throws Exception {
		return DriverManager.getConnection(database.url(), database.username(), database.password());
	}

	private static JdbcClient client(Connection connection) {
		return JdbcClient.create(new SingleConnectionDataSource(connection, true));
	}

	/** An instance of the application; it starts when it is told. */
	public static void main(String[] arguments) throws Exception {
		System.out.println("ready");
		Path go = Path.of(arguments[6], "go");
		while (!Files.exists(go)) {
			Thread.sleep(10);
		}
		String tenants = "tenant-schemas-query=select nspname from pg_namespace where nspname like 'tenant%'";
		RegistryContexts.bare()
			.withConfiguration(AutoConfigurations.of(RegistryChangelogAutoConfiguration.class,
					RegistryMigrationAutoConfiguration.class, LiquibaseAutoConfiguration.class))
			.withPropertyValues("registry.database.url=" + arguments[0], "registry.database.username=" + arguments[1],
					"registry.database.password=" + arguments[2], "spring.datasource.hikari.maximum-pool-size=4",
					"registry.extra.analytics.url=" + arguments[3], "registry.extra.analytics.username=" + arguments[4],
					"registry.extra.analytics.password=" + arguments[5],
					"registry.extra.analytics.hikari.maximum-pool-size=4", "registry.migrations." + tenants,
					"registry.extra.analytics.migrations." + tenants)
			.run((context) -> {
				if (context.getStartupFailure() != null) {
					throw new IllegalStateException(context.getStartupFailure());
				}
				System.out.println("up");
			});
	}

}
