package io.dbregistry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.Lease;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.NoSuchModelException;
import io.dbregistry.model.Row;
import io.dbregistry.schema.PatternException;
import io.dbregistry.schema.PatternReport;
import io.dbregistry.schema.PatternReport.Made;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.ToggleProxy;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** Where patterns look: schemas, several databases, some of which are down. */
abstract class PatternPlacesContractTests {

	private final TestServer server;

	private TestDatabase first;

	private TestDatabase second;

	PatternPlacesContractTests(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void create() {
		this.first = this.server.create();
		this.second = this.server.create();
	}

	@AfterEach
	void drop() {
		if (this.second != null) { // null when there is no server and the test is skipped
			this.first.close();
			this.second.close();
		}
	}

	private RegistryBuilder builder() {
		return Registry.builder()
			.database(this.first.url(), (settings) -> as(settings, this.first))
			.extra("old", this.second.url(), (settings) -> as(settings, this.second));
	}

	private static void as(DatabaseSettings.Builder settings, TestDatabase database) {
		settings.username(database.username()).password(database.password());
	}

	private static void execute(Database database, String... statements) {
		try (Connection connection = database.connection(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String table(String name) {
		return "create table " + name + " (id bigint not null primary key)";
	}

	private static List<String> made(Registry registry) {
		return registry.models().of(ModelKind.PATTERN).stream().map(ModelType::name).toList();
	}

	@Test
	void eachPatternLooksOnlyInItsOwnSchemas() {
		if (this.server == TestServer.SQLITE) {
			return; // it has no schemas
		}
		String one = this.first.schemaName("one");
		String two = this.first.schemaName("two");
		Registry registry = builder().pattern("One", (pattern) -> pattern.schemas(one))
			.pattern("Two", (pattern) -> pattern.schemas(two).exclude("secret"))
			.build();
		try (Lease open = registry.open()) {
			registry.schemas().create(one);
			registry.schemas().create(two);
			String quoted = quote(registry, two);
			execute(registry.databases().get("primary"), table("own"), table(quote(registry, one) + ".a"),
					table(quoted + ".a"), table(quoted + ".b"), table(quoted + ".secret"));
			assertThat(registry.reflection().reflect("One").skipped()).isEmpty();
			PatternReport report = registry.reflection().reflect("Two");
			assertThat(report.skipped()).extracting((skipped) -> String.valueOf(skipped.table()))
				.containsExactly(two + ".secret");
			assertThat(made(registry)).containsExactly("Onea", "Twoa", "Twob");
			registry.repository("Twoa").create(new Row().set("id", 1L));
			assertThat(registry.query("Twoa").count()).isOne();
			assertThat(registry.query("Onea").count()).isZero();
			assertThat(open).isNotNull();
		}
	}

	private static String quote(Registry registry, String name) {
		return registry.databases().get("primary").dialect().quoteSchema(name);
	}

	@Test
	void looksInEachOfItsDatabases() {
		Registry registry = builder().pattern("Old", (pattern) -> pattern.databases("primary", "old").include("t_.*"))
			.build();
		try (Lease open = registry.open()) {
			execute(registry.databases().get("primary"), table("t_a"), table("own"));
			execute(registry.databases().get("old"), table("t_b"), table("own"));
			assertThat(registry.reflection().reflect("Old").made())
				.extracting(Made::database, (table) -> table.table().name(), Made::model)
				.containsExactly(tuple("primary", "t_a", "Oldt_a"), tuple("old", "t_b", "Oldt_b"));
			registry.repository("Oldt_b").create(new Row().set("id", 1L));
			assertThat(registry.databases()
				.get("old")
				.jdbcClient()
				.sql("select count(*) from t_b")
				.query(Integer.class)
				.single()).isOne();
			execute(registry.databases().get("old"), table("t_a"));
			assertThatExceptionOfType(PatternException.class).isThrownBy(() -> registry.reflection().reflect("Old"))
				.satisfies((ex) -> assertThat(ex.getDatabases()).containsExactly("old"))
				.withMessageContaining("t_a' of database 'old' 'Oldt_a', which is the name of table 't_a'")
				.withMessageContaining("of database 'primary' by pattern 'Old'");
			assertThat(made(registry)).containsExactly("Oldt_a", "Oldt_b");
			assertThat(open).isNotNull();
		}
	}

	@Test
	void aNameThatIsTakenInOneDatabaseLeavesTheModelsOfAllAsTheyWere() {
		Registry registry = builder().pattern("Old", (pattern) -> pattern.databases("primary", "old").include("t_.*"))
			.build();
		Database primary = registry.databases().get("primary");
		Database old = registry.databases().get("old");
		try (Lease lease = primary.acquire("test"); Lease other = old.acquire("test")) {
			execute(primary, table("t_a"), table("t_b"));
			execute(old, table("t_b"));
			assertThatExceptionOfType(PatternException.class).isThrownBy(registry::open);
			assertThat(made(registry)).isEmpty();
			assertThat(registry.reflection().report("Old").made()).isEmpty();
			execute(old, "drop table t_b");
			try (Lease open = registry.open()) {
				assertThat(made(registry)).containsExactly("Oldt_a", "Oldt_b");
				execute(primary, "drop table t_a", table("t_c"));
				execute(old, table("t_b"));
				assertThatExceptionOfType(PatternException.class)
					.isThrownBy(() -> registry.reflection().reflect("Old"));
				assertThat(made(registry)).containsExactly("Oldt_a", "Oldt_b");
				assertThat(registry.reflection().report("Old").made()).hasSize(2);
				assertThat(open).isNotNull();
			}
			assertThat(lease.holder()).isEqualTo(other.holder());
		}
	}

	@Test
	void borrowsAConnectionOnlyWhereThereIsSomethingToRead() {
		AtomicInteger borrowed = new AtomicInteger();
		Database old = Database.adopt("old",
				new DriverManagerDataSource(this.second.url(), Objects.requireNonNullElse(this.second.username(), ""),
						Objects.requireNonNullElse(this.second.password(), "")) {
					@Override
					public Connection getConnection() throws SQLException {
						borrowed.incrementAndGet();
						return super.getConnection();
					}
				}, DatabaseSettings.builder().build());
		Registry registry = Registry.builder()
			.database(this.first.url(), (settings) -> as(settings, this.first))
			.extra("old", old)
			.pattern("Own", (pattern) -> pattern.include("t_.*"))
			.build();
		try (Lease lease = old.acquire("test")) {
			borrowed.set(0);
			try (Lease open = registry.open()) {
				assertThat(borrowed).hasValue(0);
				registry.reflection().reflect("Own");
				assertThat(borrowed).hasValue(0);
				execute(old, table("legacy"));
				registry.models().register("Legacy", (model) -> model.database("old").reflected());
				borrowed.set(0);
				registry.reflection().refresh("primary");
				assertThat(borrowed).hasValue(0);
				registry.reflection().refresh("old");
				assertThat(borrowed).hasValue(1);
				assertThat(open).isNotNull();
			}
			try (Lease open = registry.open()) {
				assertThat(borrowed).hasValue(2);
				assertThat(open.holder()).isNotEqualTo(lease.holder());
			}
		}
	}

	@Test
	void aTableThatMovesTakesTheNameOfItsModelAlong() {
		Registry registry = builder().pattern("Old", (pattern) -> pattern.databases("old", "primary").include("t_.*"))
			.build();
		try (Lease open = registry.open()) {
			execute(registry.databases().get("primary"), table("t_a"));
			registry.reflection().reflect("Old");
			assertThat(registry.models().get("Oldt_a").home()).isEqualTo("primary");
			execute(registry.databases().get("primary"), "drop table t_a");
			execute(registry.databases().get("old"), table("t_a"));
			registry.reflection().reflect("Old");
			assertThat(registry.models().get("Oldt_a").home()).isEqualTo("old");
			registry.repository("Oldt_a").create(new Row().set("id", 1L));
			assertThat(open).isNotNull();
		}
	}

	@Test
	void tablesThatComeAndGoMeanwhileAreThereOrNot() {
		if (this.server == TestServer.SQLITE) {
			return; // nobody reads its file while it is changed
		}
		Registry registry = builder().pattern("Old", (pattern) -> pattern.include("t_.*")).build();
		AtomicBoolean done = new AtomicBoolean();
		try (Lease open = registry.open()) {
			Database database = registry.databases().get("primary");
			execute(database, table("t_stays"));
			CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
				while (!done.get()) {
					execute(database, table("t_goes"));
					execute(database, "drop table t_goes");
				}
			});
			try {
				for (int i = 0; i < 30; i++) {
					assertThat(registry.reflection().reflect("Old").made()).extracting(Made::model)
						.contains("Oldt_stays")
						.isSubsetOf("Oldt_goes", "Oldt_stays");
				}
			}
			finally {
				done.set(true);
				changes.join();
			}
			registry.reflection().reflect("Old");
			assertThat(made(registry)).containsExactly("Oldt_stays");
			assertThat(open).isNotNull();
		}
	}

	@Test
	void aModelThatIsMissingWhileItsDatabaseIsDownIsExplained() {
		if (isInProcess()) {
			return;
		}
		try (ToggleProxy proxy = ToggleProxy.before(this.second)) {
			Registry registry = Registry.builder()
				.database(this.first.url(), (settings) -> as(settings, this.first))
				.extra("old", proxy.url(), (settings) -> as(settings.required(false), this.second))
				.pattern("Old", (pattern) -> pattern.databases("old").include("t_.*"))
				.build();
			assertMissing(registry).doesNotContain("pattern");
			proxy.cut();
			try (Lease open = registry.open()) {
				assertThat(open).isNotNull();
				assertMissing(registry).contains("pattern 'Old' is not matched yet in database 'old', "
						+ "which has not been available since 20");
				assertMissing(registry.copy()).contains("pattern 'Old'");
				proxy.restore();
				await().until(() -> registry.databases().get("old").status().state() == DatabaseStatus.State.OPEN);
				assertMissing(registry).doesNotContain("pattern");
			}
		}
	}

	/** Nothing stands between. */
	private boolean isInProcess() {
		return this.server == TestServer.H2 || this.server == TestServer.SQLITE;
	}

	private static AbstractStringAssert<?> assertMissing(Registry registry) {
		return assertThatExceptionOfType(NoSuchModelException.class).isThrownBy(() -> registry.repository("Oldt_a"))
			.satisfies((exception) -> assertThatExceptionOfType(NoSuchModelException.class)
				.isThrownBy(() -> registry.models().get("Oldt_a"))
				.withMessage(exception.getMessage()))
			.extracting(Throwable::getMessage, Assertions.as(InstanceOfAssertFactories.STRING));
	}

	@Test
	void anOptionalDatabaseThatIsDownIsSkippedAndMatchedWhenItComes() {
		if (isInProcess()) {
			return;
		}
		try (ToggleProxy proxy = ToggleProxy.before(this.second)) {
			Registry registry = Registry.builder()
				.database(this.first.url(), (settings) -> as(settings, this.first))
				.extra("old", proxy.url(), (settings) -> as(settings.required(false), this.second))
				.pattern("Old", (pattern) -> pattern.databases("primary", "old").include("t_.*"))
				.build();
			try (Lease open = registry.open()) {
				execute(registry.databases().get("old"), table("t_b"));
				assertThat(open).isNotNull();
			}
			proxy.cut();
			try (Lease open = registry.open()) {
				execute(registry.databases().get("primary"), table("t_a"));
				PatternReport report = registry.reflection().reflect("Old");
				assertThat(report.made()).extracting(Made::model).containsExactly("Oldt_a");
				assertThat(report.skipped()).singleElement().satisfies((skipped) -> {
					assertThat(skipped.database()).isEqualTo("old");
					assertThat(skipped.table()).isNull();
					assertThat(skipped.reason()).startsWith("has not been available since 20").contains(": ");
				});
				assertThat(registry.copy().reflection().report("Old").skipped()).hasSize(1);
				proxy.restore();
				await().until(() -> registry.databases().get("old").status().state() == DatabaseStatus.State.OPEN);
				assertThat(made(registry)).containsExactly("Oldt_a", "Oldt_b");
				assertThat(registry.reflection().report("Old").skipped()).isEmpty();
				assertThat(open).isNotNull();
			}
		}
	}

}
