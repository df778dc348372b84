package io.dbregistry.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.TableRemoved;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Mutation;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Single mutations of twelve tables: planned, written, parsed and applied by stock
 * Liquibase, read back, rolled back, and compared with the start.
 */
abstract class MigrationContractTests {

	private final TestServer server;

	@TempDir
	Path resources;

	MigrationContractTests(TestServer server) {
		this.server = server;
	}

	@ParameterizedTest
	@EnumSource
	void mutationsAreAppliedAndRolledBackByStockLiquibase(Mode mode) throws Exception {
		List<String> failures = new ArrayList<>();
		StockLiquibase liquibase = new StockLiquibase(this.resources);
		TestDatabase test = this.server.create();
		Registry registry = registry(test);
		try (Lease open = registry.open()) {
			Database database = registry.databases().primary();
			Metadata start = normal(database.dialect(), Mutation.tables(database.dialect()));
			Metadata none = Metadata.of("primary", List.of());
			liquibase.update(database, write(database.dialect(), "0001_initial", plan(none, start, List.of())));
			Metadata live = live(database);
			assertThat(Metadata.diff(live, aligned(database.dialect(), start, live))).isEmpty();
			assertThat(plan(mode, registry, start, start, List.of()).steps()).as("unchanged").isEmpty();
			int number = 2;
			for (Mutation mutation : Mutation.all(database.dialect())) {
				String name = "%04d_mutation".formatted(number++);
				Metadata target = normal(database.dialect(), mutation.apply(Mutation.tables(database.dialect())));
				MigrationPlan plan = plan(mode, registry, start, target, mutation.renames());
				if (plan.steps().isEmpty()) {
					collect(failures, mutation + " is planned",
							mutation.changes(start, target)
								.stream()
								.filter((change) -> !mode.passesOver(change))
								.toList());
					continue;
				}
				String file = write(database.dialect(), name, plan);
				liquibase.update(database, file);
				Metadata changed = live(database);
				collect(failures, mutation + " is applied",
						Metadata.diff(changed, aligned(database.dialect(), target, changed)));
				if (mode == Mode.LIVE) {
					collect(failures, mutation + " is planned once",
							plan(mode, registry, target, target, mutation.renames()).steps());
				}
				liquibase.rollback(database, file);
				collect(failures, mutation + " is rolled back", Metadata.diff(live, live(database)));
			}
			assertThat(open).isNotNull();
		}
		finally {
			test.close();
		}
		assertThat(failures).isEmpty();
	}

	private MigrationPlan plan(Mode mode, Registry registry, Metadata from, Metadata to, List<Change> renames) {
		if (mode == Mode.STATE) {
			return plan(from, to, renames);
		}
		Database database = registry.databases().primary();
		Dialect dialect = database.dialect();
		Metadata live = LiveState.read(registry.reflection(), database, null, to);
		BinaryOperator<Table> align = (mode == Mode.DEEP)
				? new TriedTables(dialect, to, registry.reflection().tryOut(to))::align : dialect::align;
		return Planner.plan(new LiveComparison(dialect, live, to, renames).from(), to, align, renames, true);
	}

	private static void collect(List<String> failures, String what, List<?> differences) {
		if (!differences.isEmpty()) {
			failures.add(what + ": " + differences);
		}
	}

	private static Registry registry(TestDatabase test) {
		return Registry.builder()
			.database(test.url(), (settings) -> settings.username(test.username()).password(test.password()))
			.build();
	}

	private static Metadata normal(Dialect dialect, Collection<Table> tables) {
		return Metadata.of("primary", tables.stream().map(dialect::normalForm).toList());
	}

	private static Metadata aligned(Dialect dialect, Metadata wanted, Metadata live) {
		return Metadata.of("primary",
				wanted.tables()
					.stream()
					.map((table) -> live.find(table.name()).map((found) -> dialect.align(table, found)).orElse(table))
					.toList());
	}

	private static MigrationPlan plan(Metadata from, Metadata to, List<Change> renames) {
		return Planner.plan(from, to, (table, before) -> table, renames, true);
	}

	private String write(Dialect dialect, String name, MigrationPlan plan) throws Exception {
		Files.writeString(this.resources.resolve(name + ".yaml"),
				new Changelog(dialect, plan).text(name, name + ".yaml"));
		return name + ".yaml";
	}

	private static Metadata live(Database database) throws Exception {
		try (Connection connection = database.connection()) {
			Dialect dialect = database.dialect();
			String schema = dialect.findCurrentSchema(connection).orElse(null);
			return Metadata.of("primary", dialect.catalog()
				.read(connection, schema,
						TableFilter.matching((name) -> !name.toLowerCase(Locale.ROOT).startsWith("databasechangelog")))
				.tables()
				.stream()
				.map((table) -> table.withoutSchema(schema))
				.toList());
		}
	}

	/** What a plan is made from. */
	enum Mode {

		STATE, LIVE, DEEP;

		/** Tables that no model has are nobody's business in a live database. */
		boolean passesOver(Change change) {
			return this != STATE && change instanceof TableRemoved;
		}

	}

}
