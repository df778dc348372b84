package io.dbregistry;

import java.nio.file.Files;
import java.nio.file.Path;

import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.migration.Adoption;
import io.dbregistry.migration.MigrationPlan;
import io.dbregistry.migration.MigrationPlan.Step;
import io.dbregistry.migration.MigrationRefusedException;
import io.dbregistry.migration.StateFileException;
import io.dbregistry.migration.StockLiquibase;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.model.RenamedFrom;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

/** From one release's models to the next, by files that Liquibase applies. */
abstract class MigrationsContractTests extends MigrationsTestBase {

	MigrationsContractTests(TestServer server) {
		super(server);
	}

	private MigrationPlan plan(Registry registry) {
		return registry.migrations().plan("primary", (options) -> options.resources(this.resources));
	}

	private Path generate(Registry registry, String name) {
		return registry.migrations().generate("primary", name, (options) -> options.resources(this.resources)).get(0);
	}

	@Test
	void releaseAfterReleaseIsGeneratedAndApplied() throws Exception {
		Registry first = registry(First.Author.class, First.Book.class);
		try (Lease open = first.open()) {
			assertThat(generate(first, "initial")).isEqualTo(this.resources.resolve("db/changelog/0001_initial.yaml"));
			assertThat(text("db/changelog/0001_initial.yaml"))
				.containsPattern("- sql:\n +sql: \\|-\n +create table \\S+ \\(\n");
			update(first.databases().primary());
			first.schemas().validate();
			assertThat(first.reflection().compare("primary")).isEmpty();
			first.repository(First.Author.class).create(new First.Author(null, "Le Guin"));
			assertThat(plan(first).steps()).isEmpty();
			assertThat(
					first.migrations().generate("primary", "nothing", (options) -> options.resources(this.resources)))
				.isEmpty();
			assertThat(first.migrations().check("primary", (options) -> options.resources(this.resources)))
				.allSatisfy((plan) -> assertThat(plan.withheld()).isEmpty());
			assertThat(open).isNotNull();
		}
		Registry second = registry(Second.Author.class, Second.Book.class, Second.Review.class);
		try (Lease open = second.open()) {
			assertThat(plan(second).withheld()).extracting((step) -> step.change().describe())
				.containsExactly("Column 'pages' is removed from table 'book'");
			assertThat(generate(second, "add_reviews")).hasFileName("0002_add_reviews.yaml");
			assertThat(second.migrations().check("primary", (options) -> options.resources(this.resources)))
				.singleElement()
				.extracting(MigrationPlan::withheld, list(Step.class))
				.hasSize(1);
			update(second.databases().primary());
			second.schemas().validate();
			assertThat(second.reflection().compare("primary")).singleElement()
				.isInstanceOfSatisfying(ColumnRemoved.class,
						(change) -> assertThat(change.column().name()).isEqualTo("pages"));
			assertThat(second.repository(Second.Author.class).query().list()).extracting(Second.Author::rank)
				.containsExactly(7);
			assertThat(plan(second).steps()).isEmpty();
			second.migrations()
				.generate("primary", "drop_pages", (options) -> options.resources(this.resources).allowDataLoss());
			update(second.databases().primary());
			assertThat(second.reflection().compare("primary")).isEmpty();
			assertThat(open).isNotNull();
		}
		assertThat(text(MASTER)).isEqualTo("""
				databaseChangeLog:
				  - include: {file: db/changelog/0001_initial.yaml}
				  - include: {file: db/changelog/0002_add_reviews.yaml}
				  - include: {file: db/changelog/0003_drop_pages.yaml}
				""");
		assertThat(text("db/changelog/0002_add_reviews.yaml"))
			.contains("# not done, since it was not allowed: Column 'pages' is removed from table 'book'; "
					+ "values that are stored can be lost\n");
		assertThat(text("db/registry/primary.yaml")).contains("migration: 0003_drop_pages\nparent: 0002_add_reviews\n");
	}

	@Test
	void aDatabaseWithTablesIsAdopted() throws Exception {
		Registry registry = registry(First.Author.class, First.Book.class);
		try (Lease open = registry.open()) {
			Database database = registry.databases().primary();
			registry.schemas().createAll();
			database.jdbcClient().sql("create table other (id int)").update();
			database.jdbcClient().sql("create table registry_migration (id int)").update();
			Adoption adoption = registry.migrations().adopt("primary", (options) -> options.resources(this.resources));
			assertThat(adoption.tables()).extracting(QualifiedName::name).containsExactly("author", "book");
			assertThat(adoption.missing()).isEmpty();
			assertThat(adoption.others()).extracting(QualifiedName::name).containsExactly("other");
			assertThat(adoption.file()).isEqualTo(this.resources.resolve("db/registry/primary.yaml"))
				.content()
				.contains("table: author", "table: book")
				.doesNotContain("other", "migration:", "schema:");
			assertThat(plan(registry)).hasToString("Database 'primary' has what its models ask for");
			assertThatExceptionOfType(StateFileException.class)
				.isThrownBy(
						() -> registry.migrations().adopt("primary", (options) -> options.resources(this.resources)))
				.withMessageContaining(
						"exists, and would be replaced; delete it if the database is to be adopted again");
			assertThat(open).isNotNull();
		}
		Registry second = registry(Second.Author.class, Second.Book.class, Second.Review.class);
		try (Lease open = second.open()) {
			generate(second, "add_reviews");
			update(second.databases().primary());
			second.schemas().validate();
			assertThat(open).isNotNull();
		}
	}

	@Test
	void theSameModelsGiveTheSameFilesAndNoDatabaseIsAskedForTheNext() throws Exception {
		Registry first = registry(First.Author.class, First.Book.class);
		generate(first, "initial");
		String changelog = text("db/changelog/0001_initial.yaml");
		String state = text("db/registry/primary.yaml");
		Files.delete(this.resources.resolve("db/changelog/0001_initial.yaml"));
		Files.delete(this.resources.resolve("db/registry/primary.yaml"));
		generate(registry(First.Book.class, First.Author.class), "initial");
		assertThat(text("db/changelog/0001_initial.yaml")).isEqualTo(changelog);
		assertThat(text("db/registry/primary.yaml")).isEqualTo(state);
		Registry closed = Registry.builder()
			.database("jdbc:h2:tcp://127.0.0.1:1/nowhere")
			.models(Second.Author.class, Second.Book.class, Second.Review.class)
			.build();
		assertThat(plan(closed).steps()).isNotEmpty();
	}

	@Test
	void anExtraHasAFolderOfItsOwn() throws Exception {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:")
			.extra("shop", this.test.url(),
					(settings) -> settings.username(this.test.username()).password(this.test.password()))
			.models(InShop.class)
			.build();
		assertThat(registry.migrations().generate("shop", "initial", (options) -> options.resources(this.resources)))
			.containsExactly(this.resources.resolve("db/changelog/shop/0001_initial.yaml"),
					this.resources.resolve("db/changelog/shop/db.changelog-master.yaml"),
					this.resources.resolve("db/registry/shop.yaml"));
		try (Lease open = registry.open()) {
			new StockLiquibase(this.resources).update(registry.databases().get("shop"),
					"db/changelog/shop/db.changelog-master.yaml");
			assertThat(registry.reflection().compare("shop")).isEmpty();
			assertThat(open).isNotNull();
		}
	}

	@Test
	void migrationsOfAnotherBranchAreRefused() throws Exception {
		Registry first = registry(First.Author.class);
		generate(first, "initial");
		Files.copy(this.resources.resolve("db/changelog/0001_initial.yaml"),
				this.resources.resolve("db/changelog/0002_other.yaml"));
		assertThatExceptionOfType(StateFileException.class)
			.isThrownBy(() -> generate(registry(Second.Author.class), "rank"))
			.withMessageContaining("its last migration is '0001_initial', and 'db/changelog' has '0002_other' too; "
					+ "they come from a branch with a state of its own");
		assertThat(text(MASTER)).doesNotContain("rank");
		assertThatExceptionOfType(StateFileException.class)
			.isThrownBy(() -> first.migrations().check("primary", (options) -> options.resources(this.resources)))
			.withMessageStartingWith("The state file '%s' does not fit its changelogs: ",
					this.resources.resolve("db/registry/primary.yaml"));
	}

	@Test
	void whatCannotBeIsRefusedBeforeAnythingIsWritten() throws Exception {
		Registry first = registry(First.Author.class);
		assertThatIllegalArgumentException().isThrownBy(() -> generate(first, "Add Score"))
			.withMessage(
					"A migration cannot be called 'Add Score'; begin with a lower-case letter, and go on with such "
							+ "letters, digits and underscores");
		assertThatExceptionOfType(NoSuchDatabaseException.class).isThrownBy(() -> first.migrations().plan("archive"));
		generate(first, "initial");
		assertThatExceptionOfType(MigrationRefusedException.class).isThrownBy(() -> plan(registry()));
		assertThatExceptionOfType(MigrationRefusedException.class)
			.isThrownBy(() -> generate(registry(Third.Author.class), "born"))
			.withMessageContaining("column 'born' is added to table 'author'");
		try (var files = Files.list(this.resources.resolve("db/changelog"))) {
			assertThat(files.map((file) -> file.getFileName().toString()))
				.containsExactlyInAnyOrder("0001_initial.yaml", "db.changelog-master.yaml");
		}
	}

	@Test
	void aChangelogOfAnotherProductIsRefusedByLiquibase() throws Exception {
		Registry first = registry(First.Author.class);
		generate(first, "initial");
		TestServer other = (this.server == TestServer.H2) ? TestServer.SQLITE : TestServer.H2;
		try (TestDatabase database = other.create()) {
			Database wrong = Database.create("primary", database.url(),
					(settings) -> settings.username(database.username()).password(database.password()));
			try (Lease open = wrong.acquire("test")) {
				assertThatExceptionOfType(Exception.class)
					.isThrownBy(() -> new StockLiquibase(this.resources).update(wrong, MASTER))
					.withStackTraceContaining("DBMS Precondition failed");
				assertThat(open).isNotNull();
			}
		}
	}

	@Test
	void aColumnThatIsGoneComesBackWithoutItsValues() throws Exception {
		Registry first = registry(First.Author.class, First.Book.class);
		try (Lease open = first.open()) {
			generate(first, "initial");
			update(first.databases().primary());
			first.repository(First.Book.class).create(new First.Book(null, "The Dispossessed", 341, null));
			assertThat(open).isNotNull();
		}
		Registry second = registry(Second.Author.class, Second.Book.class);
		try (Lease open = second.open()) {
			second.migrations()
				.generate("primary", "drop", (options) -> options.resources(this.resources).allowDataLoss());
			update(second.databases().primary());
			assertThat(text("db/changelog/0002_drop.yaml"))
				.contains("\n# Rolled back, column 'pages' of table 'book' can be null: its values are lost\n");
			new StockLiquibase(this.resources).rollback(second.databases().primary(), "db/changelog/0002_drop.yaml");
			assertThat(second.databases().primary().jdbcClient().sql("select pages from book").query().listOfRows())
				.singleElement()
				.satisfies((row) -> assertThat(row.values()).containsOnlyNulls());
			assertThat(open).isNotNull();
		}
	}

	@Test
	void hintsAndStepsAreForPeople() {
		generate(registry(First.Author.class, First.Book.class), "initial");
		MigrationPlan plan = plan(registry(First.Author.class, Renamed.Book.class));
		assertThat(plan.database()).isEqualTo("primary");
		assertThat(plan.steps()).noneMatch(Step::destroys);
		assertThat(plan.hints()).singleElement().asString().startsWith("Did you mean a rename, from 'pages' to");
	}

	@Test
	void renamesKeepWhatIsStored() throws Exception {
		Registry first = registry(First.Author.class);
		try (Lease open = first.open()) {
			generate(first, "initial");
			update(first.databases().primary());
			first.repository(First.Author.class).create(new First.Author(null, "Le Guin"));
			assertThat(open).isNotNull();
		}
		Registry next = registry(Renamed.Writer.class);
		try (Lease open = next.open()) {
			assertThat(plan(next).withheld()).isEmpty();
			generate(next, "rename");
			update(next.databases().primary());
			next.schemas().validate();
			assertThat(next.repository(Renamed.Writer.class).query().list()).extracting(Renamed.Writer::fullName)
				.containsExactly("Le Guin");
			assertThat(plan(next).steps()).isEmpty();
			assertThat(open).isNotNull();
		}
	}

	/** What there was. */
	static final class First {

		@Model
		@Table(name = "author", comment = "who writes ${all}")
		record Author(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id,
				@Column(length = 100, unique = true) String name) {
		}

		@Model
		@Table(name = "book", indexes = @Index(columnList = "title"),
				check = @CheckConstraint(name = "ck_pages", constraint = "pages > 0"))
		record Book(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id, @Column(length = 200) String title,
				@Column(nullable = false) Integer pages, @ManyToOne Ref<Author> author) {
		}

	}

	/** What there is next. */
	static final class Second {

		@Model
		@Table(name = "author", comment = "who writes ${all}")
		record Author(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id,
				@Column(length = 200, unique = true) String name,
				@Column(nullable = false, columnDefinition = "integer default 7") Integer rank) {
		}

		@Model
		@Table(name = "book", indexes = @Index(columnList = "title, author_id"))
		record Book(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id, @Column(length = 200) String title,
				@ManyToOne Ref<Author> author) {
		}

		@Model
		@Table(name = "review")
		@SequenceGenerator(name = "review_seq", sequenceName = "review_seq")
		record Review(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "review_seq") Long id,
				@ManyToOne Ref<Book> book, @Column(length = 1000) String text) {
		}

	}

	/** What no rows would fit. */
	static final class Third {

		@Model
		@Table(name = "author")
		record Author(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id,
				@Column(length = 100, unique = true) String name, @Column(nullable = false) Integer born) {
		}

	}

	/** What is called otherwise. */
	static final class Renamed {

		@Model
		@Table(name = "writer")
		@RenamedFrom("author")
		record Writer(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id,
				@Column(length = 100, unique = true) @RenamedFrom("name") String fullName) {
		}

		@Model
		@Table(name = "book", indexes = @Index(columnList = "title"))
		record Book(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id, @Column(length = 200) String title,
				Integer size, @ManyToOne Ref<First.Author> author) {
		}

	}

	@Model(database = "shop")
	record InShop(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id, String name) {
	}

}
