package io.dbregistry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dbregistry.database.Database;
import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.NoSuchModelException;
import io.dbregistry.model.NoSuchAttributeException;
import io.dbregistry.model.Row;
import io.dbregistry.query.QuerySet;
import io.dbregistry.schema.NoSuchPatternException;
import io.dbregistry.schema.PatternException;
import io.dbregistry.schema.PatternReport;
import io.dbregistry.schema.PatternReport.Made;
import io.dbregistry.schema.PatternReport.Skipped;
import io.dbregistry.schema.Reflection;
import io.dbregistry.schema.TablePattern;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

/** Models that are made of tables found by patterns. */
abstract class PatternsContractTests {

	private final TestServer server;

	private TestDatabase testDatabase;

	private Database database;

	private @Nullable Lease lease;

	PatternsContractTests(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void open() {
		this.testDatabase = this.server.create();
		this.database = Database.create("primary", this.testDatabase.url(),
				(settings) -> settings.username(this.testDatabase.username()).password(this.testDatabase.password()));
		this.lease = this.database.acquire("test");
		execute("create table t_orders (id bigint not null primary key, name varchar(40))",
				"create table t_items (id bigint not null primary key)",
				"create table t_items_tmp (id bigint not null primary key)", "create table t_log (name varchar(40))",
				"create table t_own (id bigint not null primary key)",
				"create table other (id bigint not null primary key)");
	}

	@AfterEach
	void close() {
		if (this.lease != null) { // null when there is no server and the test is skipped
			this.lease.close();
			this.testDatabase.close();
		}
	}

	@Model
	@jakarta.persistence.Table(name = "t_own")
	record Own(@Id Long id) {
	}

	private void execute(String... statements) {
		try (Connection connection = this.database.connection(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private RegistryBuilder builder() {
		return Registry.builder().database(this.database).models(Own.class);
	}

	private RegistryBuilder old() {
		return builder().pattern("Old", (pattern) -> pattern.include("t_.*").exclude(".*_tmp"));
	}

	private static List<String> made(Registry registry) {
		return registry.models().of(ModelKind.PATTERN).stream().map(ModelType::name).toList();
	}

	@Test
	void tablesThatMatchBecomeModelsOfRows() {
		Registry registry = old().build();
		assertThat(made(registry)).isEmpty();
		try (Lease open = registry.open()) {
			assertThat(made(registry)).containsExactly("Oldt_items", "Oldt_orders");
			assertThat(registry.models().names()).containsExactly("Own");
			registry.repository("Oldt_orders").create(new Row().set("id", 1L).set("name", "first"));
			assertThat(registry.query("Oldt_orders").get().get("name")).isEqualTo("first");
			assertThat(registry.metadata().tables()).extracting((table) -> table.name().name())
				.containsExactly("t_items", "t_orders", "t_own");
			assertThat(registry.metadata().tables()).extracting(Table::name)
				.filteredOn(registry.metadata()::isManaged)
				.hasSize(1);
			assertThat(open).isNotNull();
		}
	}

	@Test
	void theReportSaysWhatWasSkippedAndWhy() {
		Registry registry = old().build();
		try (Lease open = registry.open()) {
			PatternReport report = registry.reflection().report("Old");
			assertThat(report.made()).extracting(Made::model).containsExactly("Oldt_items", "Oldt_orders");
			assertThat(report.skipped())
				.extracting((skipped) -> String.valueOf(skipped.table()).replaceFirst(".*\\.", ""), Skipped::reason)
				.containsExactly(tuple("t_items_tmp", "is excluded"), tuple("t_log", "has no primary key"),
						tuple("t_own", "is the table of model 'Own'"));
			assertThat(open).isNotNull();
		}
	}

	@Test
	void aNameThatNoPatternHasIsAnErrorThatNamesThoseThatAreKnown() {
		Registry registry = old().build();
		assertThatExceptionOfType(NoSuchPatternException.class).isThrownBy(() -> registry.reflection().report("Odl"))
			.withMessage("No pattern named 'Odl' (known: 'Old'); correct the name")
			.satisfies((ex) -> assertThat(ex.getKnown()).containsExactly("Old"))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("Odl"));
		assertThatExceptionOfType(NoSuchPatternException.class)
			.isThrownBy(() -> builder().build().reflection().reflect("Old"))
			.withMessage("No pattern named 'Old' (known: none); correct the name");
	}

	@Test
	void aNameThatNoModelHasIsAnErrorThatListsNearOnesOfPatternsToo() {
		Registry registry = old().build();
		try (Lease open = registry.open()) {
			assertThatExceptionOfType(NoSuchModelException.class).isThrownBy(() -> registry.query("Oldt_itms"))
				.withMessage("No model named 'Oldt_itms' (near: 'Oldt_items'); register it, or correct the name")
				.satisfies((ex) -> assertThat(ex.getKnown()).containsExactly("Own", "Oldt_items", "Oldt_orders"));
			assertThat(open).isNotNull();
		}
	}

	@Test
	void theLogSaysOnceWhatEachPatternFound() {
		Registry registry = old().pattern("Odl", (pattern) -> pattern.include("T-.*"))
			.pattern("Tmp", (pattern) -> pattern.include(".*_tmp").exclude(".*"))
			.build();
		assertThat(lines(() -> {
			try (Lease open = registry.open()) {
				registry.reflection().reflect("Old");
				assertThat(open).isNotNull();
			}
		})).containsExactly(
				"INFO Models of pattern 'Old' in database 'primary': 2; matching tables that are skipped: 3",
				"WARN Pattern 'Odl' matches no table of database 'primary'; correct include(…), schemas(…) or databases(…), or make the tables",
				"WARN Pattern 'Tmp' makes no model in database 'primary', since each of the matching tables is skipped: 1; report(\"Tmp\") says why");
	}

	private static List<String> lines(Runnable work) {
		Logger logger = (Logger) LoggerFactory.getLogger(Reflection.class);
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.start();
		logger.setLevel(Level.INFO);
		logger.addAppender(lines);
		try {
			work.run();
		}
		finally {
			logger.detachAppender(lines);
			logger.setLevel(null);
		}
		return lines.list.stream().map((line) -> line.getLevel() + " " + line.getFormattedMessage()).toList();
	}

	@Test
	void lookingAgainFindsWhatChanged() {
		Registry registry = old().build();
		try (Lease open = registry.open()) {
			ModelType<?> orders = registry.models().get("Oldt_orders");
			long revision = orders.revision();
			execute("drop table t_items", "create table t_new (id bigint not null primary key)");
			registry.reflection().reflect("Old");
			assertThat(made(registry)).containsExactly("Oldt_orders", "Oldt_new");
			assertThat(orders.revision()).isEqualTo(revision);
			execute("alter table t_orders add column page integer");
			assertThat(registry.reflection().reflect("Old").made()).hasSize(2);
			assertThat(registry.models().get("Oldt_orders")).isSameAs(orders);
			assertThat(orders.attribute("page").columns()).hasSize(1);
			assertThat(open).isNotNull();
		}
	}

	@Test
	void queriesMadeBeforeATableChangedAreRefusedWhenTheirValuesFitNoMore() {
		Registry registry = old().build();
		try (Lease open = registry.open()) {
			QuerySet<Row> query = registry.query("Oldt_orders").filter("name", "first");
			assertThat(query.exists()).isFalse();
			execute("drop table t_orders", "create table t_orders (id bigint not null primary key, name bigint)");
			registry.reflection().reflect("Old");
			assertThatIllegalStateException().isThrownBy(query::list)
				.withMessage(
						"'name' of model 'Oldt_orders' has other values than when the query was made; make it anew");
			execute("drop table t_orders", "create table t_orders (id bigint not null primary key)");
			registry.reflection().reflect("Old");
			assertThatExceptionOfType(NoSuchAttributeException.class).isThrownBy(query::list);
			assertThat(open).isNotNull();
		}
	}

	@Test
	void aNameThatIsTakenEndsTheOpeningAndLeavesNothing() {
		Registry registry = old().pattern("New", (pattern) -> pattern.include("other").modelName("Own")).build();
		assertThatExceptionOfType(PatternException.class).isThrownBy(registry::open)
			.satisfies((ex) -> assertThat(ex.getProblems()).singleElement()
				.asString()
				.startsWith("Pattern 'New' names table '")
				.contains("other' of database 'primary' 'Own', which is the name of a model of database 'primary'"));
		assertThat(made(registry)).isEmpty();
		assertThat(this.database.status().holders()).containsExactly("test");
	}

	@Test
	void twoTablesOfOneNameAreNamedBoth() {
		Registry registry = builder()
			.pattern("Old", (pattern) -> pattern.include("t_(orders|items)").modelName((table) -> "Same"))
			.build();
		assertThatExceptionOfType(PatternException.class).isThrownBy(registry::open)
			.withMessageContaining(
					"t_orders' of database 'primary' 'Same', which is the name of table 't_items' of database 'primary' by pattern 'Old'");
		assertThat(made(registry)).isEmpty();
	}

	@Test
	void faultsAreReportedWhenTheRegistryIsBuilt() {
		assertThatExceptionOfType(InvalidSettingsException.class)
			.isThrownBy(builder().pattern("Old", (pattern) -> pattern.include("t_(").databases("legcy"))
				.pattern("New", (pattern) -> pattern.modelName("{table}"))::build)
			.satisfies((ex) -> assertThat(ex.getProblems()).containsExactly(
					"Pattern 'Old' has 't_(', which is no regular expression: Unclosed group at position 3; correct it",
					"Pattern 'Old' looks in database 'legcy' (known: 'primary'); correct the name",
					"Pattern 'New' names models '{table}', where '{table}' stands for nothing (known: '{modelName}', '{tableName}'); correct it"));
	}

	@Test
	void aPatternCannotBeChangedAfterItsDeclaration() {
		List<TablePattern> kept = new ArrayList<>();
		builder().pattern("Old", kept::add).build();
		TablePattern old = kept.get(0);
		assertThatIllegalStateException().isThrownBy(() -> old.include("x"))
			.withMessage("Pattern 'Old' cannot be changed any more; say everything while it is declared");
		assertThatIllegalStateException().isThrownBy(() -> old.exclude("x"));
		assertThatIllegalStateException().isThrownBy(() -> old.databases("x"));
		assertThatIllegalStateException().isThrownBy(() -> old.schemas("x"));
		assertThatIllegalStateException().isThrownBy(() -> old.modelName("x"));
		assertThatIllegalStateException().isThrownBy(() -> old.modelName((table) -> table));
	}

	@Test
	void matchingInACopyChangesNothingInTheOriginalNorTheReverse() {
		Registry registry = old().build();
		try (Lease open = registry.open()) {
			Registry copy = registry.copy();
			execute("create table t_new (id bigint not null primary key)");
			assertThat(copy.reflection().reflect("Old").made()).hasSize(3);
			assertThat(made(copy)).contains("Oldt_new");
			assertThat(made(registry)).doesNotContain("Oldt_new").hasSize(2);
			assertThat(registry.reflection().report("Old").made()).hasSize(2);
			execute("drop table t_items");
			registry.reflection().reflect("Old");
			assertThat(made(registry)).containsExactly("Oldt_orders", "Oldt_new");
			assertThat(made(copy)).contains("Oldt_items").hasSize(3);
			assertThat(copy.reflection().report("Old").made()).hasSize(3);
			assertThat(open).isNotNull();
		}
	}

	@Test
	void copiesCarryPatterns() {
		Registry registry = old().build();
		Registry early = registry.copy();
		try (Lease open = registry.open(); Lease second = early.open()) {
			assertThat(made(early)).isEqualTo(made(registry)).hasSize(2);
			assertThat(made(registry.copy())).hasSize(2);
			assertThat(second.holder()).isEqualTo(open.holder());
		}
	}

}
