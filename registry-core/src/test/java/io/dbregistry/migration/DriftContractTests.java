package io.dbregistry.migration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.dialect.Ddl;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Mutation;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Schemas are told apart by what they have, and not by what they are called. */
abstract class DriftContractTests {

	private final TestServer server;

	private final List<String> schemas = new ArrayList<>();

	private TestDatabase test;

	private Registry registry;

	Database database;

	private Lease lease;

	DriftContractTests(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void open(@TempDir Path folder) throws Exception {
		this.test = this.server.create();
		ChangelogSettings found = new ChangelogFolder(folder).tenants(ChangelogFolder.table("author"))
			.settings()
			.schemas((database) -> this.schemas)
			.build();
		this.registry = Registry.builder()
			.database(this.test.url(),
					(settings) -> settings.username(this.test.username()).password(this.test.password()))
			.changelog("primary", (settings) -> settings.resources(found.resources()).schemas(found.schemas()))
			.build();
		this.lease = this.registry.open();
		this.database = this.registry.databases().primary();
	}

	@AfterEach
	void close() {
		this.lease.close();
		this.test.close();
	}

	@Test
	void everyMutationIsSeenWhateverTheSchemaIsCalled() throws Exception {
		Dialect dialect = this.database.dialect();
		List<Table> start = normal(Mutation.tables(dialect));
		String other = schema("a");
		create(other, start);
		String schema = schema("drop_a_c");
		List<String> unseen = new ArrayList<>();
		for (Mutation mutation : Mutation.all(dialect)) {
			List<Table> target = normal(mutation.apply(Mutation.tables(dialect)));
			List<Change> changes = mutation.changes(Metadata.of("primary", start), Metadata.of("primary", target));
			if (changes.isEmpty() || mutation.name().contains("remark")) {
				continue;
			}
			create(schema, target);
			if (equal(other, schema)) {
				unseen.add(mutation + ": " + changes);
			}
			execute(dialect.ddl().dropTables(placed(schema, target)));
		}
		create(schema, start);
		assertThat(equal(other, schema)).isTrue();
		assertThat(unseen).isEmpty();
	}

	@Test
	void theSchemasThatDifferFromMostAreNamed() throws Exception {
		for (String name : List.of("a", "b", "c", "d")) {
			this.schemas.add(schema(name));
		}
		assertThat(this.registry.migrations().migrate("primary").schemas()).hasSize(4);
		assertThat(this.registry.migrations().drift("primary")).isEqualTo(new DriftReport("primary", 4, List.of()));

		String changed = this.schemas.get(1);
		Dialect dialect = this.database.dialect();
		execute(List.of("alter table %s.%s add column born integer".formatted(dialect.quoteSchema(changed),
				dialect.quote("author"))));
		DriftReport report = this.registry.migrations().drift("primary");
		assertThat(report.isEmpty()).isFalse();
		assertThat(report.schemas()).singleElement().satisfies((drift) -> {
			assertThat(drift.schema()).isEqualTo(changed);
			assertThat(drift.like()).isEqualTo(this.schemas.get(0));
			assertThat(drift.differences()).singleElement()
				.isEqualTo("Column 'born' of table 'author' is there, and ought not to be");
		});
	}

	/** Constraints that are stored alike may be about other columns. */
	@Test
	void aCheckOfAnotherColumnIsSeen() throws Exception {
		String one = schema("one");
		String other = schema("two");
		execute(List.of(
				"create table %s.shift (low integer, top integer, constraint positive check (low > 0))"
					.formatted(this.database.dialect().quoteSchema(one)),
				"create table %s.shift (top integer, low integer, constraint positive check (top > 0))"
					.formatted(this.database.dialect().quoteSchema(other))));
		assertThat(equal(one, other)).isFalse();
	}

	final boolean equal(String one, String other) throws SQLException {
		try (Connection connection = this.database.connection()) {
			Map<String, String> fingerprints = this.database.dialect()
				.catalog()
				.fingerprints(connection, List.of(one, other), List.of());
			return fingerprints.get(one).equals(fingerprints.get(other));
		}
	}

	final String schema(String prefix) throws SQLException {
		String schema = this.test.schemaName(prefix);
		execute(List.of(this.database.dialect().createSchema(schema)));
		return schema;
	}

	private List<Table> normal(Collection<Table> tables) {
		return tables.stream().map(this.database.dialect()::normalForm).toList();
	}

	private static List<Table> placed(String schema, List<Table> tables) {
		return tables.stream().map((table) -> table.withDefaultSchema(schema)).toList();
	}

	private void create(String schema, List<Table> tables) throws SQLException {
		Ddl ddl = this.database.dialect().ddl();
		execute(ddl.createTables(placed(schema, tables)).stream().map(Ddl.Step::sql).toList());
	}

	final void execute(List<String> statements) throws SQLException {
		try (Connection connection = this.database.connection(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}
