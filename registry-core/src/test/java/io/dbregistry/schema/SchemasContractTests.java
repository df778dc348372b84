package io.dbregistry.schema;

import java.util.Map;
import java.util.Optional;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseOpenException;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.TestServers;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.UniqueConstraint;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What every product owes the tables of models. */
abstract class SchemasContractTests extends SchemaTestBase {

	SchemasContractTests(TestServer server) {
		super(server);
	}

	@Model
	record Author(@Id @GeneratedValue Long id, @Column(length = 20, unique = true, nullable = false) String name,
			@ManyToOne Ref<Author> teacher) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, @ManyToOne(optional = false) Ref<Author> author, String title,
			@Column(check = @CheckConstraint(constraint = "pages > 0")) int pages) {
	}

	@Test
	void createsTablesWithKeysAndConstraints() {
		schemas(Book.class, Author.class).createAll();
		execute("insert into author (name) values ('Le Guin')");
		execute("insert into book (author_id, title, pages) values (1, 'x', 1)");
		assertThat(count("book")).isOne();
		assertRefused("insert into author (name) values ('Le Guin')");
		assertRefused("insert into author (name) values (null)");
		assertRefused("insert into book (author_id, title, pages) values (2, 'x', 1)");
		assertRefused("insert into book (author_id, title, pages) values (1, 'x', 0)");
	}

	@Test
	void createsOnlyWhatIsMissing() {
		schemas(Author.class).createAll();
		execute("insert into author (name) values ('Le Guin')");
		Schemas schemas = schemas(Book.class, Author.class);
		schemas.createAll();
		schemas.createAll();
		assertThat(count("author")).isOne();
		assertThat(count("book")).isZero();
		assertThatNoException().isThrownBy(schemas::validate);
	}

	@Test
	void dropsRegisteredTablesOnly() {
		execute("create table note (id int)");
		Schemas schemas = schemas(Author.class, Book.class);
		schemas.createAll();
		execute("insert into author (name) values ('Le Guin')");
		execute("insert into book (author_id, title, pages) values (1, 'x', 1)");
		schemas.dropAll();
		schemas.dropAll();
		assertThat(count("note")).isZero();
		assertRefused("select * from book");
		assertRefused("select * from author");
	}

	@Model
	record Hen(@Id @GeneratedValue Long id, @ManyToOne Ref<Egg> egg) {
	}

	@Model
	record Egg(@Id @GeneratedValue Long id, @ManyToOne Ref<Hen> hen) {
	}

	@Test
	void createsAndDropsTablesThatReferToEachOther() {
		Schemas schemas = schemas(Hen.class, Egg.class);
		schemas.createAll();
		execute("insert into hen (egg_id) values (null)");
		execute("insert into egg (hen_id) values (1)");
		execute("update hen set egg_id = 1");
		assertRefused("update egg set hen_id = 2");
		schemas.dropAll();
		assertRefused("select * from egg");
		schemas.createAll();
		assertThat(count("hen")).isZero();
	}

	@Model
	@jakarta.persistence.Table(name = "x\"; drop table `note`; --",
			indexes = { @Index(columnList = "Mixed Case desc"), @Index(name = "inde`x\"", columnList = "select, a;b") },
			uniqueConstraints = @UniqueConstraint(columnNames = { "a;b", "select" }), comment = "it's \\ \"quoted\"")
	record Hostile(@Id @GeneratedValue @Column(name = "Key") Long id,
			@Column(name = "Mixed Case", comment = "it's") String mixed,
			@Column(name = "select", length = 10) String reserved,
			@Column(name = "a;b", length = 10, unique = true) String semicolon,
			@Column(name = "quo\"te`s'") String quotes,
			@JoinColumn(name = "the % parent") @ManyToOne Ref<Hostile> parent) {
	}

	@Test
	void takesAnyNameForExactlyThatName() {
		execute("create table note (id int)");
		Schemas schemas = schemas(Hostile.class);
		schemas.createAll();
		schemas.createAll();
		schemas.validate();
		String table = "x\"; drop table `note`; --";
		execute(sql("insert into %s (%s, %s, %s, %s, %s) values ('a', 'b', 'c', 'd', null)", table, "Mixed Case",
				"select", "a;b", "quo\"te`s'", "the % parent"));
		assertThat(count(sql("%s where %s = 1", table, "Key"))).isOne();
		schemas.dropAll();
		assertThat(count("note")).isZero();
		assertRefused(sql("select * from %s", table));
	}

	@Test
	void namesEverythingThatIsMissing() {
		execute("create table book (id int, title int)");
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> schemas(Author.class, Book.class).validate())
			.satisfies((ex) -> {
				assertThat(ex.getProblems().get(0))
					.matches("Table '(.*\\.)?author' of database 'primary' does not exist");
				assertThat(ex.getProblems()).anySatisfy((problem) -> assertThat(problem)
					.endsWithIgnoringCase("has no column 'author_id', 'pages' (it has: 'id', 'title')"));
			});
	}

	@Model
	record Broken(@Id long id, @ManyToOne Ref<Author> author,
			@Column(check = @CheckConstraint(constraint = "nonsense(")) int number) {
	}

	@Test
	void leavesNothingBehindWhenItFails() {
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> schemas(Author.class, Broken.class, Book.class).createAll())
			.withCauseInstanceOf(DataAccessException.class)
			.withMessageStartingWith("Creating the tables of database 'primary' failed at statement 'create table ")
			.satisfies((ex) -> assertThat(ex.getDatabase()).isEqualTo("primary"));
		assertRefused("select * from author");
		schemas(Author.class, Book.class).createAll();
	}

	@Test
	void dropsNothingThatOthersReferTo() {
		Schemas schemas = schemas(Author.class, Book.class);
		schemas.createAll();
		execute("insert into author (name) values ('Le Guin')");
		execute(sql("create table note (id int, author_id bigint, foreign key (author_id) references %s (%s))",
				"author", "id"));
		execute("insert into note (id, author_id) values (1, 1)");
		assertThatExceptionOfType(SchemaException.class).isThrownBy(schemas::dropAll)
			.withMessageStartingWith("Dropping the tables of database 'primary' failed");
		assertThat(count("author")).isOne();
	}

	@Test
	void knowsNoOtherDatabase() {
		assertThatExceptionOfType(NoSuchDatabaseException.class)
			.isThrownBy(() -> schemas(Author.class).createAll("primary", "analytcs"))
			.withMessageContaining("'analytcs'");
		assertRefused("select * from author");
	}

	@Test
	void tellsTheDefaultSchema() {
		String expected = switch (this.server) {
			case POSTGRESQL -> "public";
			case H2 -> "PUBLIC";
			case MARIADB -> this.testDatabase.url().replaceAll("\\?.*", "").replaceAll(".*/", "");
			case SQLITE -> null;
		};
		Schemas schemas = schemas();
		assertThat(schemas.findDefaultName()).isEqualTo(Optional.ofNullable(expected));
		assertThatExceptionOfType(NoSuchDatabaseException.class).isThrownBy(() -> schemas.findDefaultName("other"));
	}

	@Model(database = "analytics")
	record Event(@Id long id) {
	}

	@Test
	void asksAllDatabasesBeforeItBegins() {
		Database dead = Database.create("analytics",
				"jdbc:postgresql://127.0.0.1:%d/app".formatted(TestServers.unusedPort()),
				DatabaseSettings.builder().build());
		Schemas schemas = Schemas.of(Databases.of(Map.of("primary", this.database, "analytics", dead)),
				models(Author.class, Event.class));
		assertThatExceptionOfType(DatabaseOpenException.class)
			.isThrownBy(() -> schemas.createAll("primary", "analytics"));
		assertRefused("select * from author");
		schemas.createAll();
		assertThatExceptionOfType(DatabaseOpenException.class)
			.isThrownBy(() -> schemas.dropAll("primary", "analytics"));
		assertThat(count("author")).isZero();
	}

	@Test
	void keepsToTheDatabasesItIsGiven() {
		try (TestDatabase second = this.server.create()) {
			Database analytics = Database.create("analytics", second.url(),
					(settings) -> settings.username(second.username()).password(second.password()));
			try (Lease held = analytics.acquire("test")) {
				Schemas schemas = Schemas.of(Databases.of(Map.of("primary", this.database, "analytics", analytics)),
						models(Author.class, Event.class));
				schemas.createAll();
				assertRefused("select * from event");
				assertThatExceptionOfType(SchemaMismatchException.class)
					.isThrownBy(() -> schemas.validate("primary", "analytics"))
					.satisfies((ex) -> assertThat(ex.getProblems()).singleElement(InstanceOfAssertFactories.STRING)
						.matches("Table '(.*\\.)?event' of database 'analytics' does not exist"));
				schemas.createAll("analytics");
				schemas.validate("primary", "analytics");
				assertRefused("select * from event");
				schemas.dropAll("analytics");
				assertThat(count("author")).isZero();
			}
		}
	}

}
