package io.dbregistry.migration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.MigrationReport.SchemaResult;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Sixty schemas of one database are migrated by one changelog. */
abstract class ManySchemasContractTests extends ManySchemasTestBase {

	ManySchemasContractTests(TestServer server) {
		super(server);
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
		assertThat(start().isEmpty()).isTrue();
		assertThat(migrate().schemas()).filteredOn((result) -> !result.changeSets().isEmpty())
			.extracting(SchemaResult::schema)
			.containsExactlyInAnyOrder(this.schemas.get(2), this.schemas.get(SCHEMAS - 1));
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
				.message()
				.doesNotContain("at statement");
			assertThat(failure)
				.hasMessageEndingWith("correct the changelog or what the schema has, and migrate again; the other 59 "
						+ "schemas are done")
				.hasNoSuppressedExceptions();
			assertThat(Objects.requireNonNull(failure.getReport()).schemas())
				.filteredOn((result) -> result.changeSets().size() == 2)
				.hasSize(59);
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
			assertThat(failure)
				.hasMessageStartingWith("Migrating 60 of 60 schemas of database 'primary' failed:\n- schema '")
				.hasMessageContaining(
						"- schema '%s' of database 'primary': not tried, since 3 schemas with the same history "
								+ "failed before; see to these, and migrate again\n",
						this.schemas.get(3))
				.hasMessageEndingWith("\n- and 55 more");
			assertThat(failure.getSuppressed()).hasSize(4);
			assertThat(failure.getSuppressed()[1]).message().containsIgnoringCase("bok");
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
	void theScriptForSeveralIsRunAsItIs() throws Exception {
		List<String> few = List.of(this.schemas.get(2), this.schemas.get(8));
		String script = this.registry.migrations()
			.sql("primary", (options) -> options.schemas(few.toArray(String[]::new)));
		assertThat(script).contains("-- Database 'primary', schema '%s'\n".formatted(few.get(0)),
				"-- Database 'primary', schema '%s'\n".formatted(few.get(1)));
		try (Connection connection = this.database.connection()) {
			ScriptUtils.executeSqlScript(connection, new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)));
		}
		for (String schema : few) {
			assertThat(history(schema)).containsExactly("1 1", "2 2");
			assertThat(strings("select title from " + table(schema, "book"))).hasSize(1);
		}
		assertThat(migrate(few).isEmpty()).isTrue();
	}

	@Test
	void aSchemaThatIsGoneIsNamed() throws Exception {
		String gone = this.schemas.remove(0);
		drop(gone);
		List<String> asked = new ArrayList<>(this.schemas);
		asked.add(0, gone);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate(asked))
			.withMessage(("Migrating schema '%s' of database 'primary' failed: the schema does not exist; "
					+ "create it (registry.schemas().create(…) does), or do not ask for it; the other 59 schemas are done")
				.formatted(gone))
			.satisfies((failure) -> assertThat(failure).hasNoSuppressedExceptions());
		assertThat(history(this.schemas.get(48))).containsExactly("1 1", "2 2");
	}

	@Test
	void theStatusOfManyIsThatOfEach() throws Exception {
		migrate();
		write(CHANGELOG + NEXT);
		migrate(this.schemas.subList(20, 30));
		lock(this.schemas.get(25));
		drop(this.schemas.get(40));

		List<SchemaStatus> all = status(this.schemas);

		assertThat(all).extracting(SchemaStatus::schema).containsExactlyElementsOf(this.schemas);
		assertThat(all).filteredOn((status) -> status.applied() == 3).hasSize(10);
		assertThat(all).filteredOn((status) -> status.pending().size() == 1).hasSize(SCHEMAS - 11);
		assertThat(all.get(25).lockHolder()).isNotNull();
		assertThat(all.get(40).problem()).startsWith("the schema does not exist");
		for (int each : new int[] { 3, 4, 6, 24, 50 }) {
			assertThat(status(this.schemas.subList(each, each + 1))).containsExactly(all.get(each));
		}
	}

	private List<SchemaStatus> status(List<String> schemas) {
		return this.registry.migrations()
			.status("primary", (options) -> options.schemas(schemas.toArray(String[]::new)));
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

	private void stock(String schema, StockWork work) throws Exception {
		Database one = Database.create("one", this.test.url(),
				(settings) -> settings.username(this.test.username()).password(this.test.password()).schema(schema));
		try (Lease open = one.acquire("stock")) {
			work.on(new StockLiquibase(this.folder), one, "shop.yaml");
		}
	}

	/** What stock Liquibase does. */
	private interface StockWork {

		void on(StockLiquibase liquibase, Database database, String changelog) throws Exception;

	}

}
