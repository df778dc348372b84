package io.dbregistry.migration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.dialect.SchemasUnsupportedException;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.dbregistry.migration.ChangelogFolder.MASTER;
import static io.dbregistry.migration.ChangelogFolder.changeSet;
import static io.dbregistry.migration.ChangelogFolder.include;
import static io.dbregistry.migration.ChangelogFolder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/** What a registry does with the changelogs of its databases. */
abstract class ApplyContractTests {

	private static final String LOCK = "DATABASECHANGELOGLOCK";

	private final TestServer server;

	private TestDatabase test;

	private ChangelogFolder files;

	private Registry registry;

	ApplyContractTests(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void create(@TempDir Path folder) throws Exception {
		this.test = this.server.create();
		this.files = new ChangelogFolder(folder);
		this.registry = registry((settings) -> {
		});
	}

	@AfterEach
	void drop() {
		this.test.close();
	}

	private Registry registry(Consumer<ChangelogSettings.Builder> changelog) throws Exception {
		ChangelogSettings found = this.files.settings().build();
		return Registry.builder()
			.database(this.test.url(),
					(settings) -> settings.username(this.test.username()).password(this.test.password()))
			.changelog("primary", (settings) -> settings.resources(found.resources()))
			.changelog("primary", changelog)
			.build();
	}

	private List<String> migrate() {
		return migrate((options) -> {
		});
	}

	private List<String> migrate(Consumer<ApplyOptions> options) {
		return changed(this.registry.migrations().migrate("primary", options));
	}

	private static List<String> changed(MigrationReport report) {
		return report.schemas()
			.stream()
			.flatMap((schema) -> schema.changeSets().stream())
			.map((name) -> name.replaceAll("^.*?::(.*)::.*$", "$1"))
			.toList();
	}

	private SchemaStatus status() {
		return this.registry.migrations().status("primary").get(0);
	}

	private void sql(String sql) {
		try (Lease open = this.registry.open()) {
			this.registry.databases().primary().jdbcClient().sql(sql).update();
			assertThat(open).isNotNull();
		}
	}

	private long count(String from) {
		try (Lease open = this.registry.open()) {
			assertThat(open).isNotNull();
			return this.registry.databases()
				.primary()
				.jdbcClient()
				.sql("select count(*) from " + from)
				.query(Long.class)
				.single();
		}
	}

	@Test
	void goesForwardAndBack() throws Exception {
		this.files.master(table("a"), table("b"), table("c"), table("d"));
		assertThat(status()).isEqualTo(new SchemaStatus(null, 0,
				List.of(MASTER + "::a::shop", MASTER + "::b::shop", MASTER + "::c::shop", MASTER + "::d::shop"), null,
				null, null));
		assertThat(migrate((options) -> options.count(1))).containsExactly("a");
		assertThat(migrate((options) -> options.to("c"))).containsExactly("b", "c");
		assertThat(migrate((options) -> options.to("c"))).isEmpty();
		assertThat(status().last()).isEqualTo(MASTER + "::c::shop");
		assertThat(migrate()).containsExactly("d");
		assertThat(this.registry.migrations().migrate("primary").isEmpty()).isTrue();
		assertThat(changed(this.registry.migrations().rollback("primary", (options) -> options.to("b"))))
			.containsExactly("d", "c");
		assertThat(changed(this.registry.migrations().rollback("primary", (options) -> options.count(1))))
			.containsExactly("b");
		assertThat(status().applied()).isEqualTo(1);
		assertThat(migrate()).containsExactly("b", "c", "d");
	}

	@Test
	void refusesWhatCannotBeMeant() throws Exception {
		this.files.master(table("author"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate((options) -> options.to("auhtor")))
			.withMessage(
					"Migrating database 'primary' failed: there is no migration 'auhtor' (near: 'author'); correct the name");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.registry.migrations().rollback("primary", (options) -> {
			}))
			.withMessageContaining("say how far");
		assertThatIllegalArgumentException().isThrownBy(() -> migrate((options) -> options.count(0)));
	}

	@Test
	void showsTheScriptAndChangesNothing() throws Exception {
		this.files.master(table("a"), table("b"));
		assertThat(this.registry.migrations().sql("primary", (options) -> {
		})).containsIgnoringCase("create table a").containsIgnoringCase("create table b").doesNotContain("jdbc:");
		assertThat(this.registry.migrations().sql("primary", (options) -> options.count(1)))
			.doesNotContainIgnoringCase("create table b");
		assertThat(status().pending()).hasSize(2);
		migrate();
		assertThat(this.registry.migrations().sql("primary", (options) -> {
		})).isEmpty();
	}

	@Test
	void stampsWhatOthersHaveMade() throws Exception {
		this.files.master(table("a"), table("b"), table("c"));
		assertThat(changed(this.registry.migrations().stamp("primary", (options) -> options.to("b"))))
			.containsExactly("a", "b");
		assertThat(status().pending()).containsExactly(MASTER + "::c::shop");
		assertThat(changed(this.registry.migrations().stamp("primary", (options) -> {
		}))).containsExactly("c");
		assertThat(migrate()).isEmpty();
	}

	@Test
	void tellsAListener() throws Exception {
		this.files.master(table("a"), table("b"));
		List<String> told = new ArrayList<>();
		migrate((options) -> options.listener(new MigrationListener() {

			@Override
			public void starting(String database, @Nullable String schema, String changeSet) {
				told.add("starting " + changeSet);
			}

			@Override
			public void done(String database, @Nullable String schema, String changeSet) {
				told.add("done " + changeSet);
			}

			@Override
			public void finished(String database, MigrationReport.SchemaResult result, int finished, int total) {
				told.add("finished %d of %d".formatted(finished, total));
			}

		}));
		assertThat(told).containsExactly("starting " + MASTER + "::a::shop", "done " + MASTER + "::a::shop",
				"starting " + MASTER + "::b::shop", "done " + MASTER + "::b::shop", "finished 1 of 1");
	}

	@Test
	void aDatabaseWithoutChangelogIsLeftAlone() throws Exception {
		assertThat(this.registry.migrations().migrate("primary").schemas()).isEmpty();
		this.registry = registry((settings) -> settings.location("classpath:/db/missing.yaml"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessage(
					"Migrating database 'primary' failed: the changelog 'classpath:/db/missing.yaml' does not exist; "
							+ "create it, or correct its location");
		this.registry = registry((settings) -> settings.enabled(false));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessageContaining("it is switched off for this database");
	}

	@Test
	void aFailingChangeSetIsNamedAndGoneOnFrom() throws Exception {
		this.files.master(table("a"), changeSet("b", "create table b (id no_such_type_anywhere, id integer)"),
				table("c"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessageStartingWith("Migrating database 'primary' failed at change set '" + MASTER + "::b::shop': ")
			.withMessageEndingWith("correct the change set and migrate again, which goes on from there")
			.satisfies((ex) -> assertThat(ex.getDatabase()).isEqualTo("primary"))
			.satisfies((ex) -> assertThat(ex.getSchema()).isNull())
			.satisfies((ex) -> assertThat(ex.getChangeSet()).isEqualTo(MASTER + "::b::shop"));
		this.files.master(table("a"), table("b"), table("c"));
		assertThat(migrate()).containsExactly("b", "c");
	}

	@Test
	void anEditedChangeSetIsNamed() throws Exception {
		this.files.master(table("a"));
		migrate();
		this.files.master(changeSet("a", "create table other (id integer)"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessage("Migrating database 'primary' failed at change set '" + MASTER
					+ "::a::shop': it was edited after "
					+ "it was applied; undo the edit and add a change set instead, or give it 'validCheckSum: ANY' when "
					+ "both mean the same");
	}

	@Test
	void aMissingIncludeIsNamed() throws Exception {
		this.files.master(table("a"), include("db/changelog/missing.yaml"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessageContaining("db/changelog/missing.yaml")
			.withMessageEndingWith("correct the changelog, or put what it includes where it looks for it");
		assertThat(count("(select 1 as one) t")).isEqualTo(1);
	}

	@Test
	void aFileThatWasMovedIsNotAppliedAgain() throws Exception {
		this.files.write("db/changelog/one.yaml", "databaseChangeLog:\n" + table("a"));
		this.files.master(include("db/changelog/one.yaml"));
		migrate();
		this.files.write("db/changelog/moved.yaml", "databaseChangeLog:\n" + table("a"));
		this.files.master(include("db/changelog/moved.yaml"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessageContaining(
					"failed at change set 'db/changelog/moved.yaml::a::shop': it was applied already, as "
							+ "'a' of file 'db/changelog/one.yaml', and would be applied twice; set 'logicalFilePath: "
							+ "db/changelog/one.yaml' in its changelog");
		this.files.write("db/changelog/moved.yaml",
				"databaseChangeLog:\n  - logicalFilePath: db/changelog/one.yaml\n" + table("a"));
		assertThat(migrate()).isEmpty();
	}

	@Test
	void theLockOfAnotherUserOfLiquibaseIsWaitedForAndTakenOver() throws Exception {
		this.files.master(table("a"));
		sql("create table %s (ID integer primary key, LOCKED boolean not null, LOCKGRANTED timestamp null, LOCKEDBY varchar(255))"
			.formatted(LOCK));
		sql("insert into %s values (1, true, timestamp '2020-01-01 00:00:00', 'dead (10.0.0.1)')".formatted(LOCK)
			.replace((this.server == TestServer.SQLITE) ? "timestamp '" : "no change", "'"));
		this.registry = registry((settings) -> settings.lockTimeout(Duration.ofMillis(300)));
		assertThat(status().lockHolder()).isEqualTo("dead (10.0.0.1)");
		assertThat(status().lockAge()).isGreaterThan(Duration.ofDays(365));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessageContaining("'DATABASECHANGELOGLOCK' is locked by 'dead (10.0.0.1)' for ")
			.withMessageEndingWith("wait for that process, or if it is dead, take its lock over by takeOverLock()");
		assertThat(migrate(ApplyOptions::takeOverLock)).containsExactly("a");
		sql("update %s set LOCKED = true, LOCKGRANTED = '2020-01-01 00:00:00', LOCKEDBY = 'dead'".formatted(LOCK));
		this.files.master(table("a"), table("b"));
		this.registry = registry((settings) -> settings.takeOverLockAfter(Duration.ofDays(1)));
		assertThat(migrate()).containsExactly("b");
	}

	@Test
	void changeSetsThatAlwaysRunAlwaysDo() throws Exception {
		this.files.master(table("a"),
				"  - changeSet: {id: always, author: shop, runAlways: true, changes: [{sql: {sql: delete from a}}]}\n");
		assertThat(migrate()).containsExactly("a", "always");
		assertThat(migrate()).containsExactly("always");
	}

	@Test
	void theLockOfASchemaWithASimilarNameIsAnother() throws Exception {
		if (this.server == TestServer.SQLITE) {
			return; // has no schemas
		}
		this.files.master(table("a"));
		String underscore = this.test.schemaName("a_b");
		String other = underscore.replace('_', 'x');
		try (Lease open = this.registry.open()) {
			assertThat(open).isNotNull();
			this.registry.schemas().create(underscore);
			this.registry.schemas().create(other);
			sql("create table %s.%s (ID integer primary key)"
				.formatted(this.registry.databases().primary().dialect().quoteSchema(other), LOCK));
			assertThat(migrate((options) -> options.schemas(underscore))).containsExactly("a");
			this.registry.schemas().drop(underscore, (drop) -> drop.cascade());
			this.registry.schemas().drop(other, (drop) -> drop.cascade());
		}
	}

	@Test
	void schemasAreMigratedOneByOne() throws Exception {
		if (this.server == TestServer.SQLITE) {
			this.files.master(table("a"));
			assertThatExceptionOfType(SchemasUnsupportedException.class)
				.isThrownBy(() -> migrate((options) -> options.schemas("one")));
			return;
		}
		String one = this.test.schemaName("one");
		String two = this.test.schemaName("Two");
		this.files.master(table("a"));
		Registry first = this.registry;
		try (Lease open = first.open()) {
			first.schemas().create(one);
			first.schemas().create(two);
			assertThatExceptionOfType(MigrationException.class)
				.isThrownBy(() -> migrate((options) -> options.schemas("gone", one, two)))
				.withMessageContaining(
						"Migrating schema 'gone' of database 'primary' failed: the schema does not exist")
				.satisfies((ex) -> assertThat(ex.getSchema()).isEqualTo("gone"));
			assertThat(migrate((options) -> options.schemas(one, two))).isEmpty();
			assertThat(count("registry_migration")).isEqualTo(2);
			assertThat(this.registry.migrations().status("primary", (options) -> options.schemas(one, two)))
				.extracting(SchemaStatus::schema, SchemaStatus::applied)
				.containsExactly(tuple(one, 1), tuple(two, 1));
			this.files.master(table("a"), table("b"));
			this.registry = registry((settings) -> settings.schemas(SchemaSource.of(List.of(one, two, one))));
			assertThat(this.registry.migrations().migrate("primary").schemas())
				.extracting(MigrationReport.SchemaResult::schema)
				.containsExactly(one, two);
			first.schemas().drop(one, (drop) -> drop.cascade());
			assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
				.withMessageContaining("'" + one + "'")
				.withMessageContaining("the schema does not exist");
			assertThat(open).isNotNull();
		}
	}

}
