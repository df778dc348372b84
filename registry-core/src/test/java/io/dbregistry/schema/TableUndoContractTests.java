package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.dbregistry.database.Database;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every product that cannot roll all of it back owes those who use tables that
 * another instance has just made, and fails to complete.
 */
abstract class TableUndoContractTests extends SchemaTestBase {

	private static final KeySequence SEQUENCE = new KeySequence(new Sequence(QualifiedName.of("author_seq"), 1, 1),
			"'id' of model 'Author'");

	/** More than one transaction takes, where there are any. */
	private final List<Table> more;

	TableUndoContractTests(TestServer server, int more) {
		super(server);
		this.more = SampleTables.many(more);
	}

	@Test
	void leavesTablesWithRowsAndThoseTheyReferTo() {
		Table author = SampleTables.table("author");
		Table book = SampleTables.referring("book", "author");
		Table review = SampleTables.referring("review", "book");
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> create(() -> execute("insert into book (id) values (1)"), author, book, review))
			.withMessageStartingWith("Creating the tables of database 'primary' failed at statement 'create table ")
			.withMessageEndingWith("; correct that and try again, which goes on from the tables made by now that stay: "
					+ "'book' (table 'book' has rows), 'author' (table 'book' refers to it)")
			.satisfies((ex) -> assertThat(ex.getCause().getCause().getSuppressed()).hasSize(2));
		assertThat(count("book")).isOne();
		assertRefused("select * from review");
		this.more.forEach((table) -> assertRefused("select * from " + table.name()));
		assertThat(make(this.database, author, book, review)).containsExactly(review);
		assertThat(count("book")).isOne();
		assertRefused("insert into book values (2, 7)");
	}

	@Test
	void leavesCirclesWithRowsAsTheyAre() {
		Table country = SampleTables.table("country");
		Table hen = SampleTables.referring("hen", "egg");
		Table egg = SampleTables.referring("egg", "hen");
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> create(() -> execute("insert into hen (id) values (1)"), country, hen, egg))
			.withMessageContaining("'egg' (table 'hen' has rows)")
			.withMessageContaining("'hen' (table 'hen' has rows)");
		assertThat(count("hen")).isOne();
		assertRefused("insert into hen values (2, 7)");
		assertRefused("insert into egg values (2, 7)");
		assertRefused("select * from country");
	}

	@Test
	void dropsCirclesWithoutRows() {
		Table hen = SampleTables.referring("hen", "egg");
		Table egg = SampleTables.referring("egg", "hen");
		assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> create(() -> {
		}, hen, egg)).withMessageEndingWith("; correct that and try again");
		assertRefused("select * from hen");
		assertRefused("select * from egg");
	}

	@Test
	void leavesTablesThatOthersReferTo() {
		Table hen = SampleTables.referring("hen", "egg");
		Table egg = SampleTables.referring("egg", "hen");
		Table author = SampleTables.table("author");
		assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> create(() -> {
			execute("create table note (id int, author bigint, foreign key (author) references author (id))");
			execute("create table shell (id int, egg bigint, foreign key (egg) references egg (id))");
		}, hen, egg, author)).withMessageContainingAll("'author' (", "'egg' (", "'hen' (");
		execute("insert into author (id) values (1)");
		execute("insert into hen (id) values (1)");
		execute("insert into egg values (1, 1)");
		execute("insert into note values (1, 1)");
		execute("insert into shell values (1, 1)");
		assertRefused("insert into note values (1, 7)");
		assertRefused("insert into hen values (2, 7)");
	}

	@Test
	void leavesTablesThatSomebodyWritesTo() throws SQLException {
		try (Connection connection = this.database.connection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			assertThatExceptionOfType(SchemaException.class)
				.isThrownBy(() -> create(() -> executeQuietly(statement, "insert into author (id) values (1)"),
						SampleTables.table("author"), SampleTables.table("publisher")))
				.withMessageContaining(" that stay: 'author' (");
			connection.commit();
			connection.setAutoCommit(true);
		}
		assertThat(count("author")).isOne();
		assertRefused("select * from publisher");
	}

	/**
	 * Leaves tables that nobody else can look at.
	 * @param lock a statement that keeps the table {@code author} for whoever executes it
	 */
	final void leavesTablesThatSomebodyKeeps(String lock) throws SQLException {
		TestDatabase test = this.testDatabase;
		try (Connection connection = DriverManager.getConnection(test.url(), test.username(), test.password());
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			assertThatExceptionOfType(SchemaException.class)
				.isThrownBy(() -> create(() -> executeQuietly(statement, lock), SampleTables.table("author"),
						SampleTables.table("publisher")))
				.withMessageContaining(" that stay: 'author' (");
		}
		assertThat(count("author")).isZero();
		assertRefused("select * from publisher");
	}

	@Test
	void letsNobodyWriteBetweenTheLookAndTheDrop() throws SQLException {
		List<String> refused = new ArrayList<>();
		try (Connection connection = this.database.connection(); Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(1);
			assertThatExceptionOfType(SchemaException.class)
				.isThrownBy(() -> create(sql("drop table %s", "author"), () -> {
					try {
						statement.execute("insert into author (id) values (1)");
					}
					catch (SQLException ex) {
						refused.add(ex.getMessage());
					}
				}, SampleTables.table("author")))
				.withMessageEndingWith("; correct that and try again");
		}
		assertThat(refused).hasSize(1);
		assertRefused("select * from author");
	}

	@Test
	void leavesSequencesForTheKeysOfTablesThatStay() {
		List<String> sequences = List.of(sql("%s", "author_seq"));
		assertThatExceptionOfType(SchemaException.class).isThrownBy(
				() -> create(() -> execute("insert into author (id) values (1)"), SampleTables.table("author")));
		assertThat(sequences()).hasSameSizeAs(sequences);
		execute("delete from author");
		execute("drop table author");
		execute("drop sequence " + sequences.get(0));
		assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> create(() -> {
		}, SampleTables.table("author")));
		assertThat(sequences()).isEmpty();
	}

	private List<String> sequences() {
		return DdlSession.ask(this.database, "Reading",
				(connection) -> this.database.dialect().sequences(connection, null));
	}

	@Test
	void leavesRowsInASchemaThatCannotBeMadeEverywhere() {
		String schema = this.testDatabase.schemaName("shop");
		NewSchema made = new NewSchema(this.database, schema, List.of(SampleTables.table("author")), List.of());
		made.make(false);
		String author = this.database.dialect().quote(new QualifiedName(schema, "author"));
		execute("insert into %s (id) values (1)".formatted(author));
		assertThatExceptionOfType(SchemaException.class).isThrownBy(made::undo)
			.withMessage("Undoing the creation of schema '%1$s' in database 'primary' left '%1$s.author' "
					+ "(table '%1$s.author' has rows); drop that when nobody needs it", schema);
		assertThat(count(author)).isOne();
	}

	/** Makes tables while others come just before the last one fails. */
	private void create(Runnable others, Table... tables) {
		create("no_such_function", others, tables);
	}

	/** Makes tables and fails, while others come just before the first such statement. */
	private void create(String statement, Runnable others, Table... tables) {
		AtomicBoolean done = new AtomicBoolean();
		Database interrupted = InterruptedDatabase.of(this.testDatabase, (sql) -> {
			if (sql.contains(statement) && done.compareAndSet(false, true)) {
				others.run();
			}
		});
		List<Table> all = new ArrayList<>(Arrays.asList(tables));
		all.addAll(this.more);
		all.add(SampleTables.broken());
		make(interrupted, all, List.of(SEQUENCE));
	}

	private static List<Table> make(Database database, Table... tables) {
		return make(database, List.of(tables), List.of());
	}

	private static List<Table> make(Database database, List<Table> tables, List<KeySequence> sequences) {
		List<Table> made = new ArrayList<>();
		DdlSession.run(database, "Creating the tables of", (session) -> {
			TableCreation creation = new TableCreation(session, List.of(), tables, sequences);
			creation.run();
			made.addAll(creation.newTables());
		});
		return made;
	}

	private static void executeQuietly(Statement statement, String sql) {
		try {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
