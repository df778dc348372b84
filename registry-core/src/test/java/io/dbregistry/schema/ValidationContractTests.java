package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What every product owes the check of tables that others made. */
abstract class ValidationContractTests extends SchemaTestBase {

	ValidationContractTests(TestServer server) {
		super(server);
	}

	@Model
	record Author(@Id long id, @Column(length = 20, nullable = false) String name, LocalDate born) {
	}

	@Model
	@Table(indexes = @Index(unique = true, columnList = "isbn"),
			uniqueConstraints = @UniqueConstraint(columnNames = { "author_id", "title" }))
	record Book(@Id long id, @ManyToOne Ref<Author> author, @Column(length = 20) String title,
			@Column(length = 9) String isbn) {
	}

	private static final String AUTHOR = "create table author (id bigint primary key, name varchar(20) not null, "
			+ "born date)";

	@Test
	void takesWhatIsNamedInAnotherWayAndWhatComesOnTop() {
		execute("create table author (more int, born date, name varchar(20) not null, id bigint not null, "
				+ "filled int default 1 not null, constraint own_key primary key (id), check (more > 0))");
		execute("create table book (id bigint primary key, author_id bigint references author (id) on delete cascade, "
				+ "title varchar(20) default 'none', isbn varchar(9) unique)");
		execute("create unique index own_index on book (title, author_id)");
		execute("create index further on book (title)");
		execute("create table nobodys (id int)");
		assertThatNoException().isThrownBy(() -> schemas(Author.class, Book.class).validate());
	}

	@Test
	void namesAllThatColumnsHaveInAnotherWay() {
		execute("create table author (id int primary key, name varchar(20), born date not null, "
				+ "fee int not null)");
		assertThat(problems(Author.class)).containsExactlyInAnyOrder(
				"Column 'id' of table 'author' of database 'primary' is INTEGER, where the model has BIGINT",
				"Column 'name' of table 'author' of database 'primary' can be null, where the model's cannot",
				"Column 'born' of table 'author' of database 'primary' cannot be null, where the model's can",
				"Column 'fee' of table 'author' of database 'primary' is in no model, and refuses rows without a value");
	}

	@Test
	void namesMissingKeysAndConstraints() {
		execute(AUTHOR);
		execute("create table book (id bigint not null, author_id bigint, title varchar(30), isbn varchar(9))");
		assertThat(problems(Author.class, Book.class)).containsExactlyInAnyOrder(
				"Column 'title' of table 'book' of database 'primary' is VARCHAR(30), where the model has VARCHAR(20)",
				"Table 'book' of database 'primary' has no primary key, where the model has key [id]",
				"Table 'book' of database 'primary' takes equal values in [author_id, title], which are unique in the model",
				"Table 'book' of database 'primary' takes equal values in [isbn], which are unique in the model",
				"Table 'book' of database 'primary' has no foreign key from [author_id] to author[id]");
	}

	@Test
	void namesMissingTablesAndColumnsOnce() {
		execute("create table book (id bigint primary key)");
		assertThat(problems(Author.class, Book.class)).startsWith("Table 'author' of database 'primary' does not exist")
			.containsOnlyOnce(
					"Table 'book' of database 'primary' has no column 'author_id', 'title', 'isbn' (it has: 'id')")
			.hasSize(5);
	}

	@Model
	record Counted(@Id @GeneratedValue Long id) {
	}

	@Test
	void namesAKeyThatNobodyCountsUp() {
		execute("create table counted (id bigint primary key)");
		assertThat(problems(Counted.class)).contains("Column 'id' of table 'counted' of database 'primary' "
				+ "is not counted up by the database, where the model's is");
	}

	@Model
	record Ticket(@Id @SequenceGenerator(name = "ticket_seq") @GeneratedValue(strategy = GenerationType.SEQUENCE,
			generator = "ticket_seq") Long id) {
	}

	@Test
	void namesASequenceThatIsMissing() {
		execute("create table ticket (id bigint primary key)");
		assertThat(problems(Ticket.class)).containsExactly(
				"Sequence 'ticket_seq' of database 'primary' does not exist, and 'id' of model 'Ticket' takes its keys from it");
	}

	@Test
	void namesDifferencesOfTablesThatWereThereBeforeTheRestWasMade() {
		execute("create table author (id bigint primary key, name varchar(30) not null, born date)");
		assertThat(plain(schemas(Author.class, Book.class).createAndCompare("primary"))).containsExactly(
				"Column 'name' of table 'author' of database 'primary' is VARCHAR(30), where the model has VARCHAR(20)");
		assertThat(count("book")).isZero();
	}

	@Test
	void readsNothingWhenAllTablesAreNew() {
		AtomicInteger connections = new AtomicInteger();
		DataSource counting = new DelegatingDataSource(this.database.dataSource()) {

			@Override
			public Connection getConnection() throws SQLException {
				connections.incrementAndGet();
				return super.getConnection();
			}

		};
		Database adopted = Database.adopt("primary", counting, DatabaseSettings.builder().build());
		try (Lease held = adopted.acquire("counting")) {
			Schemas schemas = Schemas.of(Databases.of(Map.of("primary", adopted)), models(Author.class, Book.class));
			connections.set(0);
			assertThat(schemas.createAndCompare("primary")).isEmpty();
			assertThat(connections).hasValue(1);
			assertThat(schemas.createAndCompare("primary")).isEmpty();
			assertThat(connections).hasValue(3);
		}
	}

	/** The problems, without schemas and in one letter case. */
	private List<String> problems(Class<?>... types) {
		SchemaMismatchException exception = assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> schemas(types).validate())
			.actual();
		return plain(exception.getProblems());
	}

	private List<String> plain(List<String> problems) {
		String schema = schemas().findDefaultName().map((name) -> name + ".").orElse("");
		return problems.stream().map((problem) -> problem.replace(schema, "")).toList();
	}

}
