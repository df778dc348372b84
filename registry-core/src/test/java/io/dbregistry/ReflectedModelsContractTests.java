package io.dbregistry;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.Conflict;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelDefinition;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.NotReflectedException;
import io.dbregistry.model.Row;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.schema.ReflectedModelException;
import io.dbregistry.schema.ReflectedModelException.Problem;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.ToggleProxy;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** Models of tables that somebody else makes. */
abstract class ReflectedModelsContractTests {

	private final TestServer server;

	private TestDatabase testDatabase;

	private Database database;

	private @Nullable Lease lease;

	ReflectedModelsContractTests(TestServer server) {
		this.server = server;
	}

	@Model(name = "Ledger", reflected = true)
	record CountedLedger(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Counted(@Id @GeneratedValue Long id, String name) {
	}

	@Model(reflected = true)
	@jakarta.persistence.Table(name = "counted")
	record CountedElsewhere(@Id @GeneratedValue Long id, String name) {
	}

	@BeforeEach
	void open() {
		this.testDatabase = this.server.create();
		this.database = Database.create("primary", this.testDatabase.url(),
				(settings) -> settings.username(this.testDatabase.username()).password(this.testDatabase.password()));
		this.lease = this.database.acquire("test");
	}

	@AfterEach
	void close() {
		if (this.lease != null) { // null when there is no server and the test is skipped
			this.lease.close();
			this.testDatabase.close();
		}
	}

	@Model(reflected = true)
	record Ledger(@Id Long id, String name, @Column(precision = 12, scale = 2) BigDecimal amount) {
	}

	@Model(name = "Ledger", reflected = true, unchecked = { "amount", "extra" })
	record LooseLedger(@Id Long id, String name, int amount, boolean extra) {
	}

	@Model(name = "Ledger", reflected = true)
	record WrongLedger(@Id Long id, Long name, boolean extra) {
	}

	@Model(reflected = true)
	record Missing(@Id Long id) {
	}

	final Registry registry(Class<?>... types) {
		return Registry.builder().database(this.database).models(types).build();
	}

	final void execute(String... statements) {
		try (Connection connection = this.database.connection(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void createLedger() {
		execute("create table ledger (id bigint not null primary key, name varchar(40) not null, amount decimal(10, 2),"
				+ " booked date, note varchar(9))");
	}

	static void legacy(ModelDefinition model) {
		model.reflected().table("ledger");
	}

	@Test
	void aSubsetOfTheColumnsIsEnough() {
		createLedger();
		Registry registry = registry(Ledger.class);
		try (Lease open = registry.open()) {
			ModelRepository<Ledger> ledgers = registry.repository(Ledger.class);
			ledgers.create(new Ledger(1L, "cash", new BigDecimal("9.50")));
			assertThat(ledgers.get(1L).name()).isEqualTo("cash");
			assertThat(registry.metadata().tables()).singleElement()
				.satisfies((table) -> assertThat(registry.metadata().isManaged(table.name())).isFalse());
			assertThat(open).isNotNull();
		}
	}

	@Test
	void isNeverMadeComparedOrDropped() {
		createLedger();
		Registry registry = registry(Ledger.class);
		try (Lease open = registry.open()) {
			registry.schemas().createAll();
			registry.schemas().dropAll();
			assertThat(registry.query(Ledger.class).count()).isZero();
			assertThat(registry.reflection().compare("primary")).isEqualTo(List.<Change>of());
			assertThat(open).isNotNull();
		}
	}

	@Test
	void whatIsMissingOrOfAnotherTypeEndsTheOpening() {
		createLedger();
		Registry registry = registry(WrongLedger.class, Missing.class);
		assertThatExceptionOfType(ReflectedModelException.class).isThrownBy(registry::open).satisfies((ex) -> {
			assertThat(ex.getDatabase()).isEqualTo("primary");
			assertThat(ex.getProblems())
				.extracting(Problem::model, (problem) -> problem.table().name(), Problem::column)
				.containsExactly(tuple("Ledger", "ledger", "name"), tuple("Ledger", "ledger", "extra"),
						tuple("Missing", "missing", null));
			assertThat(ex.getProblems().get(0).expected()).isEqualTo("of type 'BIGINT'");
			assertThat(ex.getProblems().get(0).found()).startsWith("it is of type 'VARCHAR(40)'");
			assertThat(ex.getProblems().get(1).found()).contains("'id', 'name', 'amount', 'booked', 'note'");
			assertThat(ex.getProblems().get(2)).asString()
				.isEqualTo("Model 'Missing' expects table 'missing' to be there, but there is none");
		});
		assertThat(this.database.status().holders()).containsExactly("test");
	}

	@Test
	void keysThatAreLeftToTheDatabaseAreCountedUpThere() {
		createLedger();
		assertThatExceptionOfType(ReflectedModelException.class).isThrownBy(registry(CountedLedger.class)::open)
			.satisfies((ex) -> assertThat(ex.getProblems()).singleElement()
				.hasToString(
						"Model 'Ledger' expects column 'id' of table '%s' to be counted up by the database, but it is not"
							.formatted(ex.getProblems().get(0).table())));
		Registry made = registry(Counted.class);
		try (Lease open = made.open()) {
			made.schemas().createAll();
			assertThat(open).isNotNull();
		}
		Registry registry = registry(CountedElsewhere.class);
		try (Lease open = registry.open()) {
			assertThat(registry.repository(CountedElsewhere.class).create(new CountedElsewhere(null, "cash")).id())
				.isPositive();
			assertThat(open).isNotNull();
		}
	}

	@Test
	void saysWhereAKeyComesFromThatNobodyDeclared() {
		execute("create table code (code varchar(9) not null primary key)");
		Registry registry = registry();
		registry.models().register("Code", (model) -> model.reflected().add("code", String.class));
		assertThatExceptionOfType(ReflectedModelException.class).isThrownBy(registry::open)
			.withMessageContaining("there is none (it has: 'code'); "
					+ "'id' is the key of models that declare none, declare another with key()");
		registry.models()
			.register(Conflict.REPLACE, "Code", (model) -> model.reflected().add("code", String.class).key());
		try (Lease open = registry.open()) {
			assertThat(registry.query("Code").count()).isZero();
			assertThat(open).isNotNull();
		}
	}

	@Test
	void whatIsMendedCanBeOpened() {
		Registry registry = registry(Ledger.class);
		assertThatExceptionOfType(ReflectedModelException.class).isThrownBy(registry::open);
		createLedger();
		try (Lease open = registry.open()) {
			execute("alter table ledger drop column amount");
			try (Lease second = registry.open()) {
				assertThat(second.holder()).isEqualTo(open.holder());
			}
			assertThatExceptionOfType(ReflectedModelException.class)
				.isThrownBy(() -> registry.reflection().refresh("primary"))
				.withMessageContaining("Model 'Ledger' expects column 'amount' of table '");
		}
		assertThatExceptionOfType(ReflectedModelException.class).isThrownBy(registry::open);
	}

	@Test
	void someAttributesCanBeLeftUnchecked() {
		createLedger();
		Registry registry = registry(LooseLedger.class);
		try (Lease open = registry.open()) {
			assertThat(registry.models().get(LooseLedger.class).findReflected().orElseThrow().unchecked())
				.containsExactly("amount", "extra");
			assertThat(open).isNotNull();
		}
	}

	@Test
	void withoutAttributesItHasAllColumnsOfTheTable() {
		createLedger();
		Registry registry = registry();
		ModelType<Row> legacy = registry.models().register("Legacy", ReflectedModelsContractTests::legacy);
		assertThatExceptionOfType(NotReflectedException.class).isThrownBy(legacy::table)
			.withMessageStartingWith(
					"Model 'Legacy' has the columns of table 'ledger' in database 'primary', which has not been read");
		try (Lease open = registry.open()) {
			assertThat(legacy.attributes()).extracting(Attribute::name)
				.containsExactly("id", "name", "amount", "booked", "note");
			ModelRepository<Row> rows = registry.repository("Legacy");
			Object day = (this.server == TestServer.SQLITE) ? "2026-11-20" : LocalDate.of(2026, 11, 20);
			rows.create(Row.of(Map.of("id", 7L, "name", "cash", "booked", day)));
			Row stored = rows.get(7L);
			assertThat(stored.get("booked")).isEqualTo(day);
			assertThat(stored.get("note")).isNull();
			assertThat(registry.query("Legacy").filter("name", "cash").count()).isOne();
			assertThat(rows.delete(stored)).isTrue();
			Metadata metadata = registry.metadata();
			assertThat(metadata.tables()).extracting(Table::columns).hasSize(1);
			assertThat(open).isNotNull();
		}
	}

	@Test
	void refreshingTakesNewColumnsAndKeepsTheModel() {
		createLedger();
		Registry registry = registry();
		ModelType<Row> legacy = registry.models().register("Legacy", ReflectedModelsContractTests::legacy);
		try (Lease open = registry.open()) {
			long revision = legacy.revision();
			Table table = legacy.table();
			assertThat(registry.reflection().refresh("primary")).isEmpty();
			assertThat(legacy.revision()).isEqualTo(revision);
			assertThat(legacy.table()).isSameAs(table);

			execute("alter table ledger add column page integer");
			registry.reflection().refresh("primary");
			Class<?> number = (this.server == TestServer.SQLITE) ? Long.class : Integer.class;
			assertThat(registry.models().get("Legacy")).isSameAs(legacy);
			assertThat(legacy.attribute("page").type()).isEqualTo(number);
			assertThat(registry.repository("Legacy").query().list()).isEmpty();

			execute("drop table ledger");
			assertThatExceptionOfType(ReflectedModelException.class)
				.isThrownBy(() -> registry.reflection().refresh("primary"))
				.withMessageContaining("Model 'Legacy' expects table 'ledger' to be there, but there is none");
			assertThat(legacy.attribute("page").type()).isEqualTo(number);
			assertThat(open).isNotNull();
		}
	}

	@Test
	void aTableWithoutAKeyNeedsDeclaredAttributes() {
		execute("create table ledger (name varchar(40))");
		Registry registry = registry();
		registry.models().register("Legacy", ReflectedModelsContractTests::legacy);
		assertThatExceptionOfType(ReflectedModelException.class).isThrownBy(registry::open)
			.withMessageContaining("expects table 'ledger' to have a primary key, but it has none");
	}

	@Test
	void copiesHaveItToo() {
		createLedger();
		Registry registry = registry();
		registry.models().register("Legacy", ReflectedModelsContractTests::legacy);
		Registry early = registry.copy();
		try (Lease open = registry.open(); Lease second = early.open()) {
			assertThat(early.models().get("Legacy").attributes()).hasSize(5);
			assertThat(registry.copy().models().get("Legacy").attributes()).hasSize(5);
			assertThat(second.holder()).isEqualTo(open.holder());
		}
	}

	@Test
	void anOptionalDatabaseThatIsDownIsComparedWhenItComes() {
		if (this.server == TestServer.H2 || this.server == TestServer.SQLITE) {
			return; // they run in process: nothing stands between
		}
		try (ToggleProxy proxy = ToggleProxy.before(this.testDatabase)) {
			createLedger();
			proxy.cut();
			Registry registry = Registry.builder()
				.database("jdbc:h2:mem:first")
				.extra("old", proxy.url(),
						(settings) -> settings.required(false)
							.username(this.testDatabase.username())
							.password(this.testDatabase.password()))
				.build();
			ModelType<Row> legacy = registry.models()
				.register("Legacy", (model) -> model.reflected().database("old").table("ledger"));
			try (Lease open = registry.open()) {
				assertThatExceptionOfType(NotReflectedException.class).isThrownBy(legacy::attributes);
				proxy.restore();
				await().until(() -> registry.databases().get("old").status().state() == DatabaseStatus.State.OPEN);
				assertThat(legacy.attributes()).hasSize(5);
				assertThat(open).isNotNull();
			}
		}
	}

	@Test
	void anOptionalDatabaseThatIsNotAsExpectedStaysDown() {
		if (this.server == TestServer.H2 || this.server == TestServer.SQLITE) {
			return; // they run in process: nothing stands between
		}
		try (ToggleProxy proxy = ToggleProxy.before(this.testDatabase)) {
			proxy.cut();
			Registry registry = Registry.builder()
				.database("jdbc:h2:mem:first")
				.extra("old", proxy.url(),
						(settings) -> settings.required(false)
							.username(this.testDatabase.username())
							.password(this.testDatabase.password()))
				.build();
			registry.models().register("Legacy", (model) -> model.reflected().database("old").table("ledger"));
			try (Lease open = registry.open()) {
				proxy.restore();
				await().until(() -> String.valueOf(registry.databases().get("old").status().outage())
					.contains("Model 'Legacy' expects table 'ledger' to be there"));
				createLedger();
				await().until(() -> registry.databases().get("old").status().state() == DatabaseStatus.State.OPEN);
				assertThat(registry.query("Legacy").count()).isZero();
				assertThat(open).isNotNull();
			}
		}
	}

}
