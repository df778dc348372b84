package io.dbregistry.migration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.dialect.SchemasUnsupportedException;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.model.Model;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

import static io.dbregistry.migration.ChangelogFolder.MASTER;
import static io.dbregistry.migration.ChangelogFolder.changeSet;
import static io.dbregistry.migration.ChangelogFolder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** What a registry does with the changelogs of its databases. */
abstract class ApplyContractTests extends ApplyTestBase {

	ApplyContractTests(TestServer server) {
		super(server);
	}

	@Test
	void goesForwardAndBack() throws Exception {
		this.files.master(table("a"), table("b"), table("c"), table("d"));
		assertThat(status()).isEqualTo(new SchemaStatus(null, 0,
				List.of(MASTER + "::a::shop", MASTER + "::b::shop", MASTER + "::c::shop", MASTER + "::d::shop"), null,
				null, null, null));
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
	void aRollbackCountsWhatItsChangelogHas() throws Exception {
		this.files.master(table("a"), table("b"), table("c"));
		migrate();
		this.files.write("db/other.yaml", "databaseChangeLog:\n" + table("d") + table("e"));
		Registry own = this.registry;
		this.registry = registry((settings) -> settings.location("classpath:/db/other.yaml"));
		assertThat(migrate()).containsExactly("d", "e");
		assertThat(changed(own.migrations().rollback("primary", (options) -> options.to("b")))).containsExactly("c");
		assertThat(changed(own.migrations().rollback("primary", (options) -> options.to("b")))).isEmpty();
		assertThat(changed(own.migrations().rollback("primary", (options) -> options.count(1)))).containsExactly("b");
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> own.migrations().rollback("primary", (options) -> options.to("d")))
			.withMessageContaining("there is no migration 'd'");
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> own.migrations().rollback("primary", (options) -> options.count(9)))
			.withMessage("Rolling back database 'primary' failed: 9 change sets are to be undone, and only 1 of this "
					+ "changelog are applied; ask for fewer");
		assertThat(count("a")).isZero();
		assertThat(count("e")).isZero();
	}

	@Test
	void aStatusMakesNoTable() throws Exception {
		this.files.write("db/changelog/0001.yaml", "databaseChangeLog:\n"
				+ "  - preConditions: [{dbms: {type: \"h2,postgresql,mariadb,sqlite\"}}]\n" + table("a"));
		this.files.master("  - include: {file: db/changelog/0001.yaml}\n");
		assertThat(status()).extracting(SchemaStatus::applied, (found) -> found.pending().size()).containsExactly(0, 1);
		assertThat(tables()).isEmpty();
		assertThat(migrate()).containsExactly("a");
		assertThat(status()).extracting(SchemaStatus::applied, (found) -> found.pending().size()).containsExactly(1, 0);
	}

	@Test
	void aScriptMakesNoTableAndHasAll() throws Exception {
		this.files.write("db/changelog/0001.yaml", "databaseChangeLog:\n"
				+ "  - preConditions: [{dbms: {type: \"h2,postgresql,mariadb,sqlite\"}}]\n" + table("a"));
		this.files.master("  - include: {file: db/changelog/0001.yaml}\n", table("b"));
		String script = this.registry.migrations().sql("primary", (options) -> {
		});
		assertThat(tables()).isEmpty();
		assertThat(script).startsWith("-- Database 'primary'\n");
		run(script);
		assertThat(status()).extracting(SchemaStatus::applied, (found) -> found.pending().size()).containsExactly(2, 0);
		assertThat(tables()).contains("a", "b");
		assertThat(migrate()).isEmpty();
	}

	private void run(String script) throws Exception {
		try (Lease open = this.registry.open();
				Connection connection = this.registry.databases().primary().connection()) {
			assertThat(open).isNotNull();
			ScriptUtils.executeSqlScript(connection, new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)));
		}
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
	void changeSetsThatAlwaysRunAlwaysDo() throws Exception {
		this.files.master(table("a"),
				"  - changeSet: {id: always, author: shop, runAlways: true, changes: [{sql: {sql: delete from a}}]}\n");
		assertThat(migrate()).containsExactly("a", "always");
		assertThat(migrate()).containsExactly("always");
	}

	@Test
	void schemasAreMigratedOneByOne() throws Exception {
		if (this.server == TestServer.SQLITE) {
			this.files.tenants(table("a"));
			assertThatExceptionOfType(SchemasUnsupportedException.class)
				.isThrownBy(() -> migrate((options) -> options.schemas("one")));
			return;
		}
		String one = this.test.schemaName("one");
		String two = this.test.schemaName("Two");
		this.files.tenants(table("a")).master(table("own"));
		Registry first = this.registry;
		try (Lease open = first.open()) {
			String home = first.schemas().findDefaultName().orElseThrow();
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
			this.files.tenants(table("a"), table("b"));
			this.registry = registry((settings) -> settings.schemas(SchemaSource.of(List.of(one, two, one))));
			assertThat(this.registry.migrations().migrate("primary").schemas())
				.extracting(MigrationReport.SchemaResult::schema, (result) -> result.changeSets().size())
				.containsExactly(tuple(null, 1), tuple(one, 1), tuple(two, 1));
			assertThat(migrate((options) -> options.schemas(home))).isEmpty();
			first.schemas().drop(one, (drop) -> drop.cascade());
			assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
				.withMessageContaining("'" + one + "'")
				.withMessageContaining("the schema does not exist");
			assertThat(open).isNotNull();
		}
	}

	@Test
	void aChangeSetIsNotKeptWithoutItsHistory() throws Exception {
		this.files.master(table("a"));
		migrate();
		sql((this.server == TestServer.SQLITE)
				? "create trigger refused before insert on DATABASECHANGELOG when new.ID = 'b' begin select raise(abort, 'refused'); end"
				: "alter table DATABASECHANGELOG add constraint refused check (ID <> 'b')");
		this.files.master(table("a"), changeSet("b", "insert into a values (1)"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.satisfies((ex) -> assertThat(ex.getChangeSet()).isEqualTo(MASTER + "::b::shop"));
		assertThat(count("a")).isZero();
	}

	@Test
	void theTablesOfAnEmptySchemaStandForTheChangelog() throws Exception {
		this.files.master(table("book"));
		this.registry = registry((settings) -> {
		}, Book.class);
		try (Lease open = this.registry.open()) {
			this.registry.schemas().createAll();
			assertThat(status().pending()).isEmpty();
			assertThat(migrate()).isEmpty();
			assertThat(count("DATABASECHANGELOG")).isEqualTo(1);
			assertThat(open).isNotNull();
		}
	}

	@Test
	void theTablesOfASchemaThatHadAnyDoNot() throws Exception {
		this.files.master(table("author"));
		this.registry = registry((settings) -> {
		}, Book.class);
		sql("create table older (id integer)");
		try (Lease open = this.registry.open()) {
			this.registry.schemas().createAll();
			assertThat(migrate()).containsExactly("author");
			assertThat(open).isNotNull();
		}
	}

	@Test
	void aChangelogThatCannotBeStampedLeavesTheTables() throws Exception {
		this.files.master("  - preConditions: [{dbms: {type: oracle}}]\n", table("book"));
		this.registry = registry((settings) -> {
		}, Book.class);
		try (Lease open = this.registry.open()) {
			this.registry.schemas().createAll();
			assertThat(count("book")).isZero();
			assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
				.withMessageContaining("oracle");
			assertThat(open).isNotNull();
		}
	}

	@Model
	@Table(name = "book")
	record Book(@Id int id) {
	}

}
