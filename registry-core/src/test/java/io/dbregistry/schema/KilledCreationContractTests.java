package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What every product owes those whose process ends in the middle: the next one makes what
 * is missing, or is told of it.
 */
abstract class KilledCreationContractTests extends SchemaTestBase {

	private final List<Table> tables;

	/**
	 * Creates the tests.
	 * @param before how many further tables come first
	 */
	KilledCreationContractTests(TestServer server, int before) {
		super(server);
		this.tables = new ArrayList<>(SampleTables.many(before));
		this.tables.add(SampleTables.table("author"));
		this.tables.add(SampleTables.referring("book", "author"));
		this.tables.add(SampleTables.referring("hen", "egg"));
		this.tables.add(SampleTables.referring("egg", "chick"));
		this.tables.add(SampleTables.referring("chick", "hen"));
	}

	@Test
	void losesNothingUnseen() {
		List<String> statements = killBefore(Integer.MAX_VALUE);
		assertThat(statements).hasSizeGreaterThanOrEqualTo(this.tables.size());
		assertThat(changes()).isEmpty();
		for (int i = this.tables.size() - 5; i < statements.size(); i++) {
			dropAll();
			killBefore(i);
			create(this.database);
			assertTold(statements.get(i));
		}
	}

	/** What is true after the second try, when the first one ended before a statement. */
	void assertTold(String statement) {
		assertThat(changes()).as("killed before " + statement).isEmpty();
	}

	/**
	 * Makes the tables until the process ends.
	 * @return what was sent
	 */
	private List<String> killBefore(int statement) {
		List<String> sent = new ArrayList<>();
		DatabaseSettings oneByOne = DatabaseSettings.builder().echo(true).build();
		Database dying = InterruptedDatabase.of(this.testDatabase, oneByOne, (sql) -> {
			if (sent.size() == statement) {
				throw new Death();
			}
			sent.add(sql);
		});
		Death death = catchThrowableOfType(Death.class, () -> create(dying));
		assertThat(death == null).isEqualTo(statement == Integer.MAX_VALUE);
		return sent;
	}

	private void create(Database database) {
		new DdlRun(database, this.tables, List.of()).create();
	}

	private void dropAll() {
		new DdlRun(this.database, this.tables, List.of()).drop();
	}

	final List<String> changes() {
		List<String> changes = new ArrayList<>();
		DdlSession.run(this.database, "Reading the tables of",
				(session) -> session.compare(this.tables)
					.changes()
					.stream()
					.map(Change::describe)
					.forEach(changes::add));
		return changes;
	}

	final List<String> mismatches() {
		return new DdlRun(this.database, this.tables, List.of()).mismatches();
	}

	/** The end of a process, after which nothing is undone. */
	private static final class Death extends Error {

	}

}
