package io.dbregistry;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.database.Lease;
import io.dbregistry.migration.MigrationOptions;
import io.dbregistry.migration.MigrationPlan;
import io.dbregistry.migration.MigrationRefusedException;
import io.dbregistry.migration.PendingChangesException;
import io.dbregistry.migration.StateFileException;
import io.dbregistry.model.Conflict;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelDefinition;
import io.dbregistry.model.Ref;
import io.dbregistry.model.RenamedFrom;
import io.dbregistry.schema.SchemaException;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Migrations planned against what the database has. */
abstract class LiveMigrationsContractTests extends MigrationsTestBase {

	LiveMigrationsContractTests(TestServer server) {
		super(server);
	}

	private MigrationOptions live(MigrationOptions options) {
		return options.resources(this.resources).live();
	}

	private MigrationPlan plan(Registry registry) {
		return registry.migrations().plan("primary", this::live);
	}

	@Test
	void nothingIsPlannedForTablesThatAreThere() throws Exception {
		Registry registry = registry(First.Author.class, First.Book.class);
		try (Lease open = registry.open()) {
			registry.schemas().createAll();
			assertThat(plan(registry)).hasToString("Database 'primary' has what its models ask for");
			assertThat(registry.migrations().generate("primary", "initial", this::live))
				.containsExactly(this.resources.resolve(STATE));
			assertThat(registry.migrations().generate("primary", "initial", this::live)).isEmpty();
			assertThat(this.resources.resolve(MASTER)).doesNotExist();
			assertThat(text(STATE)).contains("table: author", "table: book").doesNotContain("migration:", "schema:");
			assertThat(open).isNotNull();
		}
		registry.migrations().check("primary", (options) -> options.resources(this.resources));
	}

	@Test
	void tablesOfOthersAreLeftAlone() throws Exception {
		Registry first = registry(First.Author.class, First.Book.class);
		try (Lease open = first.open()) {
			first.schemas().createAll();
			first.databases().primary().jdbcClient().sql("create table others (id integer)").update();
			assertThat(open).isNotNull();
		}
		Registry second = registry(Second.Author.class);
		try (Lease open = second.open()) {
			MigrationPlan plan = second.migrations().plan("primary", (options) -> live(options).allowDataLoss());
			assertThat(plan.steps()).extracting((step) -> step.change().describe())
				.containsExactly("Column 'rank' of type INTEGER is added to table 'author'");
			second.migrations().generate("primary", "rank", this::live);
			update(second.databases().primary());
			second.schemas().validate();
			assertThat(plan(second).steps()).isEmpty();
			assertThat(text(STATE)).contains("table: author", "rank:")
				.doesNotContain("others", "book", "databasechange");
			assertThat(open).isNotNull();
		}
		second.migrations().check("primary", (options) -> options.resources(this.resources));
	}

	@Test
	void whatTheStateSaysOtherwiseIsSaidAndMended() throws Exception {
		Registry first = registry(First.Author.class);
		try (Lease open = first.open()) {
			first.migrations().generate("primary", "initial", (options) -> options.resources(this.resources));
			assertThat(plan(first).hints()).singleElement()
				.asString()
				.isEqualTo(
						"The database is not what its state 'db/registry/primary.yaml' says (Table 'author' is missing); "
								+ "apply what is pending before anything is generated, unless the tables "
								+ "were changed by hand");
			update(first.databases().primary());
			assertThat(plan(first).hints()).isEmpty();
			first.databases()
				.primary()
				.jdbcClient()
				.sql("alter table author add column rank integer default 7 not null")
				.update();
			assertThat(open).isNotNull();
		}
		Registry second = registry(Second.Author.class);
		try (Lease open = second.open()) {
			assertThat(second.migrations().plan("primary", (options) -> options.resources(this.resources)).steps())
				.as("the state lacks it")
				.hasSize(1);
			MigrationPlan plan = plan(second);
			assertThat(plan.steps()).isEmpty();
			assertThat(plan.hints()).singleElement()
				.asString()
				.contains("(Column 'rank' of table 'author' is there, and ought not to be)");
			assertThat(plan.toString())
				.startsWith("Database 'primary' has what its models ask for\nThe database is not");
			assertThat(second.migrations().generate("primary", "rank", this::live))
				.containsExactly(this.resources.resolve(STATE));
			assertThat(text(STATE)).contains("rank:", "migration: 0001_initial");
			assertThat(open).isNotNull();
		}
		second.migrations().check("primary", (options) -> options.resources(this.resources));
	}

	@Test
	void tablesThatNoModelHasAnyMoreStayInTheState() throws Exception {
		Registry first = registry(First.Author.class, First.Book.class);
		try (Lease open = first.open()) {
			first.migrations().generate("primary", "initial", (options) -> options.resources(this.resources));
			update(first.databases().primary());
			assertThat(open).isNotNull();
		}
		Registry second = registry(Second.Author.class);
		try (Lease open = second.open()) {
			second.migrations().generate("primary", "rank", this::live);
			assertThat(text(STATE)).contains("table: book", "rank:");
			assertThat(second.migrations().plan("primary", (options) -> options.resources(this.resources)).withheld())
				.hasSize(1);
			assertThat(open).isNotNull();
		}
	}

	@Test
	void letterCaseMattersOnlyWhereTheServerSaysSo() throws Exception {
		Registry registry = registry();
		registry.models().register("Shelf", (model) -> {
			model.table("Shelf");
			model.add("id", Integer.class).key();
			model.add("Above", Integer.class).column("Above");
		});
		try (Lease open = registry.open()) {
			JdbcClient client = registry.databases().primary().jdbcClient();
			client.sql("create table shelf (id integer not null, above integer, constraint pk_shelf primary key (id))")
				.update();
			boolean ignored = !Boolean.TRUE.equals(registry.databases()
				.primary()
				.jdbcOperations()
				.execute((Connection connection) -> connection.getMetaData().supportsMixedCaseQuotedIdentifiers()));
			assertThat(ignored || this.server != TestServer.SQLITE).isTrue();
			assertThat(plan(registry).steps()).hasSize(ignored ? 0 : 1);
			assertThat(deep(registry).steps()).hasSize(ignored ? 0 : 1);
			assertThat(open).isNotNull();
		}
	}

	@Test
	void tablesAreRenamed() throws Exception {
		Registry first = registry(First.Author.class);
		try (Lease open = first.open()) {
			first.schemas().createAll();
			first.repository(First.Author.class).create(new First.Author(null, "Le Guin"));
			assertThat(open).isNotNull();
		}
		Registry next = registry(Writer.class);
		try (Lease open = next.open()) {
			assertThat(plan(next).withheld()).isEmpty();
			next.migrations().generate("primary", "rename", this::live);
			update(next.databases().primary());
			assertThat(next.repository(Writer.class).query().list()).extracting(Writer::fullName)
				.containsExactly("Le Guin");
			assertThat(plan(next).steps()).isEmpty();
			assertThat(open).isNotNull();
		}
	}

	@Test
	void theDatabaseSaysWhatItMakesOfExpressions() throws Exception {
		Registry registry = registry();
		registry.models().register("Loan", this::loan);
		try (Lease open = registry.open()) {
			List<String> before = registry.schemas().names();
			registry.schemas().createAll();
			assertThat(plan(registry).steps()).as("misses").hasSize(this.server == TestServer.SQLITE ? 0 : 1);
			assertThat(deep(registry).steps()).isEmpty();
			registry.migrations().generate("primary", "initial", (options) -> live(options).deep());
			assertThat(text(STATE).replace("''", "'")).contains(expression());
			registry.migrations().check("primary", (options) -> options.resources(this.resources));
			registry.models().register(Conflict.REPLACE, "Loan", (model) -> {
				loan(model);
				model.add("note", String.class).length(100);
			});
			registry.migrations().generate("primary", "note", (options) -> live(options).deep());
			update(registry.databases().primary());
			assertThat(deep(registry).steps()).isEmpty();
			registry.migrations().check("primary", (options) -> options.resources(this.resources));
			assertNothingIsLeft(registry, before);
			assertThat(open).isNotNull();
		}
	}

	/** Other JVMs may try tables out on the same server. */
	private static void assertNothingIsLeft(Registry registry, List<String> before) throws Exception {
		long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		List<String> left = new ArrayList<>(registry.schemas().names());
		left.removeAll(before);
		left.removeIf((name) -> !name.startsWith("registry_trial_"));
		while (!left.isEmpty() && System.nanoTime() < deadline) {
			Thread.sleep(50);
			left.retainAll(registry.schemas().names());
		}
		assertThat(left).isEmpty();
	}

	private void loan(ModelDefinition model) {
		model.table("loan");
		model.add("id", Long.class).key().generated(GenerationType.IDENTITY);
		model.add("until", LocalDate.class).defaultValue(expression());
	}

	/** What the product stores in words of its own. */
	private String expression() {
		return switch (this.server) {
			case H2 -> "dateadd('day', 3 + 4, current_date)";
			case MARIADB -> "(date_add(current_date, interval 7 day))";
			case POSTGRESQL -> "date 'epoch'";
			case SQLITE -> "current_date";
		};
	}

	private MigrationPlan deep(Registry registry) {
		return registry.migrations().plan("primary", (options) -> live(options).deep());
	}

	@Test
	void whatTheDatabaseRefusesToTryIsReported() throws Exception {
		Registry registry = registry();
		registry.models().register("Loan", (model) -> {
			loan(model);
			model.check("no_such_function(id) > 0");
		});
		try (Lease open = registry.open()) {
			List<String> before = registry.schemas().names();
			assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> deep(registry))
				.withMessageContaining("Trying out the tables of database 'primary' failed")
				.withMessageContaining("no_such_function");
			assertNothingIsLeft(registry, before);
			assertThat(open).isNotNull();
		}
	}

	@Test
	void modelsWithOneFormerTableAreRefused() {
		assertThatExceptionOfType(MigrationRefusedException.class)
			.isThrownBy(() -> plan(registry(Writer.class, Poet.class)))
			.satisfies((refused) -> assertThat(refused.getReasons()).singleElement()
				.asString()
				.matches("models '(Writer|Poet)' and '(Writer|Poet)' both say that their table was called 'author' "
						+ "before; remove @RenamedFrom from the one whose table is new"));
	}

	@Test
	void whatIsPendingFailsACheck() {
		Registry first = registry(First.Author.class);
		assertThatExceptionOfType(StateFileException.class)
			.isThrownBy(() -> first.migrations().checkAll((options) -> options.resources(this.resources)))
			.withMessageContainingAll("There is no state of a database in '",
					"generate the first migration, adopt the tables that are there, or say where");
		first.migrations().generate("primary", "initial", (options) -> options.resources(this.resources));
		first.migrations().checkAll((options) -> options.resources(this.resources));
		first.migrations().check("primary", (options) -> options.resources(this.resources));
		assertThatExceptionOfType(PendingChangesException.class)
			.isThrownBy(() -> first.migrations().check("primary", this::live))
			.withMessage(
					"The models of database 'primary' ask for what no migration makes; generate one and commit it:\n"
							+ "\tTable 'author' is added\n\tThe database is not what its state 'db/registry/primary.yaml' says "
							+ "(Table 'author' is missing); apply what is pending before anything is generated, unless the tables "
							+ "were changed by hand");
		assertThatExceptionOfType(PendingChangesException.class)
			.isThrownBy(() -> registry(Second.Author.class).migrations()
				.checkAll((options) -> options.resources(this.resources)))
			.satisfies((pending) -> assertThat(pending.getPlans()).extracting(MigrationPlan::database)
				.isEqualTo(List.of("primary")))
			.withMessageContaining("\n\tColumn 'rank' of type INTEGER is added to table 'author'");
	}

	/** What there was. */
	static final class First {

		@Model
		@Table(name = "author", comment = "who writes")
		record Author(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id,
				@Column(length = 100) String name) {
		}

		@Model
		@Table(name = "book", indexes = @Index(columnList = "title"),
				check = @CheckConstraint(name = "ck_pages", constraint = "pages > 0"))
		record Book(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id, @Column(length = 200) String title,
				@Column(nullable = false) Integer pages, @ManyToOne Ref<First.Author> author) {
		}

	}

	/** What there is next. */
	static final class Second {

		@Model
		@Table(name = "author", comment = "who writes")
		record Author(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id,
				@Column(length = 100) String name,
				@Column(nullable = false, columnDefinition = "integer default 7") Integer rank) {
		}

	}

	@Model
	@RenamedFrom("author")
	record Writer(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id,
			@Column(length = 100) @RenamedFrom("name") String fullName) {
	}

	@Model
	@RenamedFrom("author")
	record Poet(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id) {
	}

}
