package io.dbregistry.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.MigrationReport.SchemaResult;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Fifty schemas of one database are migrated by one changelog. */
abstract class ManySchemasContractTests {

	private static final int SCHEMAS = 50;

	private static final String CHANGELOG = """
			databaseChangeLog:
			  - {logicalFilePath: shop.yaml}
			  - changeSet:
			      id: 1
			      author: shop
			      changes:
			        - createTable:
			            tableName: book
			            columns:
			              - column: {name: id, type: bigint, autoIncrement: true, constraints: {primaryKey: true, primaryKeyName: book_pk}}
			              - column: {name: title, type: varchar(100), constraints: {nullable: false}}
			  - changeSet:
			      id: 2
			      author: shop
			      changes:
			        - createIndex: {tableName: book, indexName: book_title, columns: [{column: {name: title}}]}
			        - insert: {tableName: book, columns: [{column: {name: title, value: "it's; first"}}]}
			      rollback:
			        - dropIndex: {tableName: book, indexName: book_title}
			""";

	private static final String NEXT = """
			  - changeSet:
			      id: 3
			      author: shop
			      changes:
			        - sql: {sql: "alter table book add pages integer; update book set pages = 7"}
			      rollback:
			        - sql: {sql: alter table book drop column pages}
			""";

	private final TestServer server;

	private final List<String> schemas = new ArrayList<>();

	@TempDir
	Path folder;

	private TestDatabase test;

	private Registry registry;

	private Database database;

	private Lease lease;

	ManySchemasContractTests(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void open() throws Exception {
		this.test = this.server.create();
		this.registry = Registry.builder()
			.database(this.test.url(),
					(settings) -> settings.username(this.test.username()).password(this.test.password()))
			.changelog("primary",
					(settings) -> settings.tenantLocation(this.folder.resolve("shop.yaml").toUri().toString()))
			.build();
		this.lease = this.registry.open();
		this.database = this.registry.databases().primary();
		String prefix = this.test.schemaName("s");
		if (this.server == TestServer.H2) {
			prefix = prefix.toUpperCase(Locale.ROOT); // Liquibase would write others
														// without quotes
		}
		for (int i = 0; i < SCHEMAS; i++) {
			this.schemas.add(prefix + switch (i) {
				case 3 -> "\"; drop table users; --";
				case 4 -> "'; ü";
				case 5 -> "twin";
				case 6 -> "TWIN";
				case 7 -> "` ${x} %s ?";
				default -> "_" + i;
			});
		}
		for (String schema : this.schemas) {
			execute(this.database.dialect().createSchema(schema));
		}
		write(CHANGELOG);
	}

	@AfterEach
	void close() throws SQLException {
		try (Connection connection = this.database.connection()) {
			this.schemas.retainAll(this.database.dialect().schemas(connection));
			for (String schema : this.schemas) {
				for (String sql : this.database.dialect().dropSchema(connection, schema, true)) {
					execute(sql);
				}
			}
		}
		this.lease.close();
		this.test.close();
	}

	@Test
	void eachSchemaGetsEachChangeSetOnceAndLiquibaseAgrees() throws Exception {
		MigrationReport first = migrate();
		assertThat(first.schemas()).extracting(SchemaResult::schema).isEqualTo(this.schemas);
		assertThat(first.schemas()).allSatisfy((result) -> {
			assertThat(result.failure()).isNull();
			assertThat(result.changeSets()).containsExactly("shop.yaml::1::shop", "shop.yaml::2::shop");
		});
		assertThat(migrate().isEmpty()).isTrue();

		write(CHANGELOG + NEXT);
		assertThat(migrate().schemas())
			.allSatisfy((result) -> assertThat(result.changeSets()).containsExactly("shop.yaml::3::shop"));
		for (String schema : this.schemas) {
			assertThat(history(schema)).containsExactly("1 1", "2 2", "3 3");
		}
		// Liquibase by itself does not quote the names of schemas everywhere
		for (String schema : List.of(this.schemas.get(2), this.schemas.get(SCHEMAS - 1))) {
			assertThat(history(schema)).containsExactly("1 1", "2 2", "3 3");
			assertThat(strings("select pages from " + table(schema, "book"))).containsExactly("7");
			stock(schema, StockLiquibase::update);
			assertThat(history(schema)).containsExactly("1 1", "2 2", "3 3");
			stock(schema, StockLiquibase::rollback);
			assertThat(history(schema)).isEmpty();
		}
	}

	@Test
	void oneFailsTheOthersAreDoneAndTheNextRunFinishes() throws Exception {
		String bad = this.schemas.get(24);
		execute("create table %s (id integer)".formatted(table(bad, "book")));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate).satisfies((failure) -> {
			assertThat(failure)
				.hasMessageStartingWith(
						"Migrating schema '%s' of database 'primary' failed at change set 'shop.yaml::1::shop': "
							.formatted(bad))
				.hasMessageContaining(", at statement 'CREATE TABLE ")
				.hasMessageEndingWith("correct the changelog or what the schema has, and migrate again")
				.hasNoSuppressedExceptions();
			assertThat(failure.getSchema()).isEqualTo(bad);
			assertThat(failure.getChangeSet()).isEqualTo("shop.yaml::1::shop");
		});
		for (String schema : this.schemas) {
			if (!schema.equals(bad)) {
				assertThat(history(schema)).containsExactly("1 1", "2 2");
			}
		}

		execute("drop table " + table(bad, "book"));
		assertThat(migrate().schemas()).filteredOn((result) -> !result.changeSets().isEmpty())
			.extracting(SchemaResult::schema)
			.containsExactly(bad);
		assertThat(history(bad)).containsExactly("1 1", "2 2");
	}

	@Test
	void aChangelogThatFailsEverywhereIsNotTriedEverywhere() throws Exception {
		migrate();
		write(CHANGELOG + NEXT.replace("alter table book", "alter table bok"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate).satisfies((failure) -> {
			assertThat(failure.getSuppressed()).hasSize(SCHEMAS - 1);
			assertThat(failure.getSuppressed()[1]).hasMessageContaining("bok");
			assertThat(failure.getSuppressed()[2]).hasMessage(("Migrating schema '%s' of database 'primary' failed: "
					+ "not tried, since 3 schemas with the same history failed before; see to these, and migrate again")
				.formatted(this.schemas.get(3)));
		});
		for (String schema : this.schemas) {
			assertThat(history(schema)).containsExactly("1 1", "2 2");
		}
	}

	@Test
	void schemasWithOtherHistoriesGetWhatTheyLack() throws Exception {
		write(CHANGELOG + NEXT);
		List<String> some = this.schemas.subList(10, 20);
		List<String> others = this.schemas.subList(20, 30);
		this.registry.migrations()
			.migrate("primary", (options) -> options.schemas(some.toArray(String[]::new)).count(1));
		this.registry.migrations()
			.migrate("primary", (options) -> options.schemas(others.toArray(String[]::new)).to("2"));
		assertThat(history(some.get(1))).containsExactly("1 1");
		assertThat(history(others.get(1))).containsExactly("1 1", "2 2");

		Map<String, Integer> counts = new HashMap<>();
		migrate().schemas().forEach((result) -> counts.put(result.schema(), result.changeSets().size()));
		for (String schema : this.schemas) {
			assertThat(history(schema)).containsExactly("1 1", "2 2", "3 3");
			assertThat(counts).containsEntry(schema, some.contains(schema) ? 2 : (others.contains(schema) ? 1 : 3));
		}
		assertThat(migrate().isEmpty()).isTrue();
	}

	@Test
	void aSchemaThatIsGoneIsNamed() throws Exception {
		String gone = this.schemas.remove(0);
		try (Connection connection = this.database.connection()) {
			for (String sql : this.database.dialect().dropSchema(connection, gone, true)) {
				execute(sql);
			}
		}
		List<String> asked = new ArrayList<>(this.schemas);
		asked.add(0, gone);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate(asked))
			.withMessage(("Migrating schema '%s' of database 'primary' failed: the schema does not exist; "
					+ "create it (registry.schemas().create(…) does), or do not ask for it")
				.formatted(gone))
			.satisfies((failure) -> assertThat(failure).hasNoSuppressedExceptions());
		assertThat(history(this.schemas.get(48))).containsExactly("1 1", "2 2");
	}

	@Test
	void twoRunsAtOnceApplyNothingTwice() throws Exception {
		CompletableFuture<MigrationReport> other = CompletableFuture.supplyAsync(this::migrate);
		int here = migrate().schemas().stream().mapToInt((result) -> result.changeSets().size()).sum();
		int there = other.get(60, TimeUnit.SECONDS)
			.schemas()
			.stream()
			.mapToInt((result) -> result.changeSets().size())
			.sum();
		assertThat(here + there).isEqualTo(2 * SCHEMAS);
		for (String schema : this.schemas) {
			assertThat(history(schema)).containsExactly("1 1", "2 2");
		}
	}

	@Test
	void whatDependsOnTheSchemaIsLeftToLiquibase() throws Exception {
		List<String> few = this.schemas.subList(8, 11);
		write(CHANGELOG + """
				  - changeSet:
				      id: 3
				      author: shop
				      preConditions:
				        - onFail: MARK_RAN
				        - tableExists: {tableName: author}
				      changes:
				        - sql: {sql: alter table author add score integer}
				""");
		execute("create table %s (id integer)".formatted(table(few.get(1), "author")));
		assertThat(migrate(few).schemas()).allSatisfy((result) -> assertThat(result.changeSets()).hasSize(3));
		assertThat(strings("select max(exectype) from " + historyTable(few.get(0)))).containsExactly("MARK_RAN");
		assertThat(strings("select count(score) from " + table(few.get(1), "author"))).containsExactly("0");
	}

	private MigrationReport migrate() {
		return migrate(this.schemas);
	}

	private MigrationReport migrate(List<String> schemas) {
		return this.registry.migrations()
			.migrate("primary", (options) -> options.schemas(schemas.toArray(String[]::new)));
	}

	private void stock(String schema, StockWork work) throws Exception {
		Database one = Database.create("one", this.test.url(),
				(settings) -> settings.username(this.test.username()).password(this.test.password()).schema(schema));
		try (Lease open = one.acquire("stock")) {
			work.on(new StockLiquibase(this.folder), one, "shop.yaml");
		}
	}

	private void write(String changelog) throws Exception {
		Files.writeString(this.folder.resolve("shop.yaml"), changelog);
	}

	private List<String> history(String schema) throws SQLException {
		return strings(
				"select concat(id, ' ', orderexecuted) from %s order by orderexecuted".formatted(historyTable(schema)));
	}

	private String historyTable(String schema) {
		return table(schema, this.database.dialect().schemasAreCatalogs() ? "DATABASECHANGELOG" : "databasechangelog");
	}

	private String table(String schema, String name) {
		return this.database.dialect().quoteSchema(schema) + "." + this.database.dialect().quote(name);
	}

	private List<String> strings(String sql) throws SQLException {
		return this.database.jdbcClient().sql(sql).query(String.class).list();
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.database.connection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** What stock Liquibase does. */
	private interface StockWork {

		void on(StockLiquibase liquibase, Database database, String changelog) throws Exception;

	}

}
