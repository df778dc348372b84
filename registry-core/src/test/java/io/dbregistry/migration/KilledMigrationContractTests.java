package io.dbregistry.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.testsupport.OtherJvm;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A process that migrates is killed in the middle of each step. The next one goes on from
 * there, and nothing is applied twice.
 */
abstract class KilledMigrationContractTests {

	private static final int CHANGE_SETS = 5;

	/** How often a process is killed; more on request. */
	private static final int KILLS = Integer.getInteger("registry.test.kills", 7);

	private static final List<String> FAST_START = List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto");

	private final TestServer server;

	/** Takes about 50 ms. */
	private final String pause;

	@TempDir
	private Path folder;

	KilledMigrationContractTests(TestServer server, String pause) {
		this.server = server;
		this.pause = pause;
	}

	@Test
	void whoComesNextGoesOn() throws Exception {
		ChangelogFolder files = new ChangelogFolder(this.folder);
		List<String> changeSets = new ArrayList<>();
		for (int i = 1; i <= CHANGE_SETS; i++) {
			changeSets.add(changeSet(i));
		}
		files.master(changeSets.toArray(String[]::new));
		int steps = 2 * CHANGE_SETS + 1;
		int killed = 0;
		for (int kill = 0; kill < KILLS; kill++) {
			try (TestDatabase test = this.server.create()) {
				killed += killAndGoOn(test, 1 + (kill * steps) / KILLS, kill) ? 1 : 0;
			}
		}
		assertThat(killed).isPositive();
	}

	/** Where a rollback undoes DDL there is some; elsewhere nobody could tell. */
	private String changeSet(int number) {
		String ddl = (this.server == TestServer.POSTGRESQL) ? "create table t%d (id integer);".formatted(number) : "";
		return ("  - changeSet: {id: '%d', author: shop, changes: [{sql: {sql: \"%s insert into seen values (%d); %s; insert "
				+ "into seen values (%d)\"}}]}\n")
			.formatted(number, ddl, number, this.pause, 100 + number);
	}

	/** Returns whether it was still migrating: a busy machine may kill it too late. */
	private boolean killAndGoOn(TestDatabase test, int step, int kill) throws Exception {
		String url = (this.server == TestServer.H2) ? "jdbc:h2:" + this.folder.resolve("data" + kill) : test.url();
		Registry registry = registry(url, test.username(), test.password(), this.folder);
		try (Lease open = registry.open()) {
			JdbcClient jdbc = registry.databases().primary().jdbcClient();
			jdbc.sql("create table seen (id integer)").update();
			if (this.server == TestServer.H2) {
				jdbc.sql("create alias pause for 'java.lang.Thread.sleep(long)'").update();
			}
			assertThat(open).isNotNull();
		}
		Path output = this.folder.resolve("output" + kill);
		Process process = OtherJvm.start(FAST_START, KilledMigrationContractTests.class, output, url, test.username(),
				test.password(), this.folder.toString());
		try {
			await().atMost(Duration.ofSeconds(60))
				.pollInterval(Duration.ofMillis(5))
				.until(() -> !process.isAlive() || Files.readAllLines(output).size() >= step);
			Thread.sleep(kill * 7L % 40);
		}
		finally {
			process.destroyForcibly();
			process.waitFor();
		}
		requireEachOnce(registry);
		return !Files.readAllLines(output).contains("end");
	}

	private static void requireEachOnce(Registry registry) {
		try (Lease open = registry.open()) {
			registry.migrations().migrate("primary");
			Database database = registry.databases().primary();
			assertThat(database.jdbcClient().sql("select id from seen order by id").query(Integer.class).list())
				.containsExactly(1, 2, 3, 4, 5, 101, 102, 103, 104, 105);
			assertThat(database.jdbcClient()
				.sql("select ID from DATABASECHANGELOG order by ORDEREXECUTED")
				.query(String.class)
				.list()).containsExactly("1", "2", "3", "4", "5");
			assertThat(
					database.jdbcClient().sql("select history from registry_migration").query(Integer.class).single())
				.isEqualTo(CHANGE_SETS);
			assertThat(registry.migrations().migrate("primary").isEmpty()).isTrue();
			assertThat(open).isNotNull();
		}
	}

	private static Registry registry(String url, String username, String password, Path folder) throws Exception {
		ChangelogSettings found = new ChangelogFolder(folder).settings().build();
		return Registry.builder()
			.database(url, (settings) -> settings.username(username).password(password))
			.changelog("primary",
					(settings) -> settings.resources(found.resources()).lockTimeout(Duration.ofSeconds(10)))
			.build();
	}

	/** Migrates, and prints a line at each step. */
	public static void main(String[] arguments) throws Exception {
		Registry registry = registry(arguments[0], arguments[1], arguments[2], Path.of(arguments[3]));
		System.out.println("begin");
		registry.migrations().migrate("primary", (options) -> options.listener(new MigrationListener() {

			@Override
			public void starting(String database, @Nullable String schema, String changeSet) {
				System.out.println("starting " + changeSet);
			}

			@Override
			public void done(String database, @Nullable String schema, String changeSet) {
				System.out.println("done " + changeSet);
			}

		}));
		System.out.println("end");
	}

}
