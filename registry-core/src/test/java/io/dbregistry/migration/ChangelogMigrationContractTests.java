package io.dbregistry.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** One changelog on one schema. */
abstract class ChangelogMigrationContractTests {

	private final TestServer server;

	private TestDatabase test;

	private Database database;

	private Lease lease;

	private ChangelogFolder files;

	ChangelogMigrationContractTests(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void open(@TempDir Path folder) {
		this.test = this.server.create();
		this.database = Database.create("primary", this.test.url(),
				(settings) -> settings.username(this.test.username()).password(this.test.password()));
		this.lease = this.database.acquire("test");
		this.files = new ChangelogFolder(folder);
	}

	@AfterEach
	void close() {
		this.lease.close();
		this.test.close();
	}

	private List<String> apply() throws Exception {
		return ChangelogMigration.of("primary", null, this.files.settings().build()).apply(this.database.dataSource());
	}

	private long count(String table) {
		return this.database.jdbcClient().sql("select count(*) from " + table).query(Long.class).single();
	}

	private String state() {
		return this.database.jdbcClient().sql("select digest from registry_migration").query(String.class).single();
	}

	@Test
	void appliesWhatIsNew() throws Exception {
		this.files.master(ChangelogFolder.table("book"));
		assertThat(apply()).containsExactly(ChangelogFolder.MASTER + "::book::shop");
		assertThat(count("book")).isZero();
		String digest = state();
		assertThat(apply()).isEmpty();
		this.files.master(ChangelogFolder.table("book"), ChangelogFolder.table("author"));
		assertThat(apply()).containsExactly(ChangelogFolder.MASTER + "::author::shop");
		assertThat(state()).isNotEqualTo(digest);
		assertThat(count("DATABASECHANGELOG")).isEqualTo(2);
	}

	@Test
	void includesAreNoticedWhenTheyChange() throws Exception {
		this.files.master("  - includeAll: {path: db/changelog/parts}\n",
				"  - changeSet: {id: file, author: shop, changes: [{sqlFile: {path: more.sql, relativeToChangelogFile: true}}]}\n");
		this.files.write("db/changelog/more.sql", "create table more (id integer primary key)");
		this.files.write("db/changelog/parts/1.yaml", "databaseChangeLog:\n" + ChangelogFolder.table("book"));
		assertThat(apply()).hasSize(2);
		assertThat(apply()).isEmpty();
		this.files.write("db/changelog/parts/2.yaml", "databaseChangeLog:\n" + ChangelogFolder.table("author"));
		assertThat(apply()).containsExactly("db/changelog/parts/2.yaml::author::shop");
		this.files.write("db/changelog/more.sql", "create table less (id integer primary key)");
		org.assertj.core.api.Assertions.assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(this::apply)
			.satisfies((ex) -> assertThat(ex.getChangeSet()).isEqualTo(ChangelogFolder.MASTER + "::file::shop"));
	}

	@Test
	void instancesThatStartTogetherApplyEachChangeSetOnce() throws Exception {
		List<String> tables = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			tables.add(ChangelogFolder.table("t" + i));
		}
		this.files.master(tables.toArray(String[]::new));
		List<Callable<List<String>>> instances = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			instances.add(this::apply);
		}
		ExecutorService threads = Executors.newFixedThreadPool(5);
		try {
			List<String> applied = new ArrayList<>();
			for (Future<List<String>> done : threads.invokeAll(instances)) {
				applied.addAll(done.get());
			}
			assertThat(applied).hasSize(5).doesNotHaveDuplicates();
		}
		finally {
			threads.shutdown();
		}
	}

}
