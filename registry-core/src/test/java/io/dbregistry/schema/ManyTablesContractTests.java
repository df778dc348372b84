package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every product owes those who have more tables than one transaction takes. */
abstract class ManyTablesContractTests extends SchemaTestBase {

	private final int count;

	ManyTablesContractTests(TestServer server) {
		this(server, 300);
	}

	ManyTablesContractTests(TestServer server, int count) {
		super(server);
		this.count = count;
	}

	/** Each refers to the one before, and the first to the last. */
	final List<Table> tables(String conditionOfLast) {
		List<Table> tables = new ArrayList<>();
		for (int i = 0; i < this.count; i++) {
			int target = (i + this.count - 1) % this.count;
			List<Check> checks = (i == this.count - 1) ? List.of(new Check("ck_last", conditionOfLast)) : List.of();
			tables.add(new Table(QualifiedName.of("part" + i),
					List.of(Column.of("id", ColumnType.of(Kind.BIGINT), false),
							Column.of("other", ColumnType.of(Kind.BIGINT), true)),
					new PrimaryKey("pk_part" + i, List.of("id")), List.of(), List.of(),
					List.of(new ForeignKey("fk_part" + i, List.of("other"), QualifiedName.of("part" + target),
							List.of("id"), Action.NO_ACTION)),
					checks, null));
		}
		return tables;
	}

	private static List<Table> create(Database database, List<Table> tables) {
		List<Table> made = new ArrayList<>();
		DdlSession.run(database, "Creating the tables of", (session) -> {
			TableCreation creation = new TableCreation(session, List.of(), tables, List.of());
			creation.run();
			made.addAll(creation.newTables());
		});
		return made;
	}

	@Test
	void makesAllWithTheirForeignKeys() {
		assertThat(create(this.database, tables("id > 0"))).hasSize(this.count);
		assertComplete();
		assertThat(create(this.database, tables("id > 0"))).isEmpty();
	}

	private void assertComplete() {
		execute("insert into part0 (id) values (1)");
		execute("insert into part1 values (2, 1)");
		for (int i = 0; i < this.count; i += 13) {
			assertRefused("insert into part" + i + " values (7, 7)");
		}
		assertRefused("insert into part" + (this.count - 1) + " (id) values (0)");
	}

	@Test
	void leavesNoneBehindWhenTheLastOneFails() {
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> create(this.database, tables("no_such_function(id) > 0")))
			.withMessageContaining("failed at statement 'create table ")
			.withMessageContaining(sql("%s ", "part" + (this.count - 1)));
		DdlSession.run(this.database, "Reading the tables of",
				(session) -> assertThat(session.existing(tables("id > 0"), true)).isEmpty());
	}

	@Test
	void makesEachOnceForInstancesThatStartTogether() throws Exception {
		Database other = database(null);
		ExecutorService executor = Executors.newFixedThreadPool(2);
		List<Table> made = new ArrayList<>();
		try (Lease lease = other.acquire("instance")) {
			List<Callable<List<Table>>> instances = List.of(() -> create(this.database, tables("id > 0")),
					() -> create(other, tables("id > 0")));
			for (Future<List<Table>> instance : executor.invokeAll(instances)) {
				made.addAll(instance.get());
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(made).extracting((table) -> table.name().name()).doesNotHaveDuplicates().hasSize(this.count);
		assertComplete();
	}

}
