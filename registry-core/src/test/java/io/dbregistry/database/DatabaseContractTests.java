package io.dbregistry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import io.dbregistry.testsupport.EchoedStatements;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/**
 * What an owned database does on every product.
 */
abstract class DatabaseContractTests extends OwnedDatabaseFixture {

	DatabaseContractTests(TestServer server) {
		super(server);
	}

	@Test
	void isOpenFromTheFirstHolderToTheLast() {
		Database database = database();
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);

		Lease first = database.acquire("orders import");
		Lease second = database.acquire("nightly report");
		assertThat(this.target.serverConnections()).isPositive();
		assertThat(database.status().holders()).containsExactly("orders import", "nightly report");
		assertThat(database.status().server())
			.satisfies((answered) -> assertThat(answered.product()).isEqualTo(this.server.productName()));

		assertThat(first.release()).isTrue();
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.OPEN);
		assertThat(second.release()).isTrue();
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
		this.target.assertConnections(0);
	}

	@Test
	void oneReleaseTooManyChangesNothing() {
		Database database = database();
		Lease first = database.acquire("first");
		try (Lease second = database.acquire("second")) {
			assertThat(first.release()).isTrue();
			assertThat(first.release()).isFalse();
			first.close();
			assertThat(database.status().holders()).containsExactly("second");
			assertThat(second.release()).isTrue();
			assertThat(second.release()).isFalse();
		}
		assertThat(database.status().holders()).isEmpty();
	}

	@Test
	void isNotClosedWhileHeldUnlessForced() throws Exception {
		Database database = database();
		Lease lease = database.acquire("orders import");

		assertThatExceptionOfType(DatabaseInUseException.class).isThrownBy(database::close)
			.withMessageContaining("'reports' is held by 'orders import'")
			.satisfies((ex) -> assertThat(ex.getHolders()).containsExactly("orders import"));
		database.ping();

		database.forceClose();
		assertThat(lease.release()).isFalse();
		this.target.assertConnections(0);
		try (Lease again = database.acquire("again")) {
			database.ping();
		}
	}

	@Test
	void aPingLeavesNoLimitBehind() throws Exception {
		Database database = database((settings) -> settings.pool((pool) -> pool.setMaximumPoolSize(1)));
		try (Lease lease = database.acquire("test")) {
			int before = queryTimeout(database);
			database.ping(Duration.ofSeconds(7));
			assertThat(queryTimeout(database)).isEqualTo(before);
		}
	}

	private static int queryTimeout(Database database) throws SQLException {
		try (Connection connection = database.connection(); Statement statement = connection.createStatement()) {
			return statement.getQueryTimeout();
		}
	}

	@Test
	void aFailingHookClosesEverythingAndUndoesTheHooksBefore() {
		List<String> steps = new ArrayList<>();
		AtomicInteger failures = new AtomicInteger(1);
		Database database = database((settings) -> settings.openHook(hook("one", steps))
			.openHook(hook("two", steps))
			.openHook((dataSource) -> {
				if (failures.getAndDecrement() > 0) {
					throw new SQLException("changeset 7 failed");
				}
			}));

		assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("test"))
			.withMessageContaining("'reports'")
			.withMessageContaining("changeset 7 failed");
		assertThat(steps).containsExactly("one", "two", "undo two", "undo one");
		assertThat(database.status().holders()).isEmpty();
		this.target.assertConnections(0);

		try (Lease lease = database.acquire("test")) {
			assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.OPEN);
		}
	}

	private static OpenHook hook(String name, List<String> steps) {
		return new OpenHook() {

			@Override
			public void opened(javax.sql.DataSource dataSource) throws SQLException {
				try (Connection connection = dataSource.getConnection()) {
					assertThat(connection.isValid(1)).isTrue();
				}
				steps.add(name);
			}

			@Override
			public void undo() {
				steps.add("undo " + name);
			}

		};
	}

	@Test
	void manyThreadsShareOneOpening() throws Exception {
		AtomicInteger opening = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		Database database = database((settings) -> settings.openHook((dataSource) -> {
			most.accumulateAndGet(opening.incrementAndGet(), Math::max);
			Thread.onSpinWait();
			opening.decrementAndGet();
		}));
		ExecutorService threads = Executors.newFixedThreadPool(50);
		try {
			List<Future<?>> ends = new ArrayList<>();
			for (int i = 0; i < 50; i++) {
				ends.add(threads.submit(() -> {
					for (int round = 0; round < 4; round++) {
						try (Lease lease = database.acquire("thread")) {
							assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.OPEN);
							Thread.sleep(ThreadLocalRandom.current().nextInt(3));
						}
					}
					return null;
				}));
			}
			for (Future<?> end : ends) {
				end.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(most).hasValue(1);
		assertThat(database.status().holders()).isEmpty();
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
		this.target.assertConnections(0);
	}

	@Test
	void anInterruptedHolderLeavesNothingOpen() {
		Database database = database();
		Thread.currentThread().interrupt();
		try {
			assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("test"))
				.withMessageContaining("interrupted");
			assertThat(Thread.currentThread().isInterrupted()).isTrue();
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(database.status().holders()).isEmpty();
		this.target.assertConnections(0);
	}

	@Test
	void unconnectedUseOpensItOnceAndKeepsItOpen() {
		Database database = database();

		assertThat(one(database)).isOne();
		assertThat(one(database)).isOne();

		assertThat(database.status().holders()).containsExactly("unconnected use");
		assertThat(database.status().unconnectedUses()).isOne();
		database.forceClose();
	}

	@Test
	void unconnectedUseFailsWhenToldSo() {
		Database database = database((settings) -> settings.onUnconnected(DatabaseSettings.OnUnconnected.FAIL));

		assertThatExceptionOfType(DatabaseNotOpenException.class).isThrownBy(() -> one(database))
			.withMessageContaining("'reports'")
			.withMessageContaining("registry.open()");
		assertThatExceptionOfType(DatabaseNotOpenException.class).isThrownBy(database::dialect);
		assertThatExceptionOfType(DatabaseNotOpenException.class).isThrownBy(() -> database.transaction(() -> {
		}));
		this.target.assertConnections(0);
	}

	@Test
	void aTransactionIsOneUnitAndNestedWorkIsUndoneAlone() {
		Database database = database();
		try (Lease lease = database.acquire("test")) {
			createTable(database);
			assertThatIllegalStateException().isThrownBy(() -> database.transaction(() -> {
				insert(database, 1);
				throw new IllegalStateException("undo");
			}));
			assertThat(count(database)).isZero();

			database.transaction(() -> {
				insert(database, 1);
				assertThatIllegalStateException().isThrownBy(() -> database.nested(() -> {
					insert(database, 2);
					throw new IllegalStateException("undo");
				}));
				return insert(database, 3);
			});
			assertThat(count(database)).isEqualTo(2);
		}
	}

	@Test
	void aConnectionOfItsOwnIsOutsideOfTheTransaction() {
		Database database = database();
		try (Lease lease = database.acquire("test")) {
			createTable(database);
			assertThatIllegalStateException().isThrownBy(() -> database.transaction(() -> {
				try (Connection connection = database.connection()) {
					assertThat(connection.getAutoCommit()).isTrue();
					connection.createStatement().execute("insert into item values (7)");
				}
				catch (SQLException ex) {
					throw new AssertionError(ex);
				}
				throw new IllegalStateException("undo");
			}));
			assertThat(count(database)).isOne();
		}
	}

	@Test
	void aPoolWithoutAutoCommitKeepsSchemasAndGivesConnectionsThatCommit() throws Exception {
		String schema = (this.server == TestServer.SQLITE) ? null : this.target.schemaName("shop");
		Database database = database((settings) -> settings.schema(schema).pool((pool) -> pool.setAutoCommit(false)));
		try (Lease lease = database.acquire("test")) {
			try (Connection connection = database.connection()) {
				assertThat(connection.getAutoCommit()).isTrue();
				connection.createStatement().execute("create table item (id int primary key)");
				connection.createStatement().execute("insert into item values (1)");
			}
			assertThat(count(database)).isOne();
		}
	}

	@Test
	void theSchemaIsCreatedAndCurrent() {
		String schema = this.target.schemaName("Shop \"1\"; --");
		Database database = database((settings) -> settings.schema(schema));
		if (this.server == TestServer.SQLITE) {
			assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("test"))
				.withMessageContaining("SQLite has no schemas");
			return;
		}
		try (Lease lease = database.acquire("test")) {
			createTable(database);
			assertThat(database.status().server())
				.satisfies((answered) -> assertThat(answered.schema()).isEqualTo(schema));
			assertThat(database.jdbcClient()
				.sql("select table_schema from information_schema.tables where lower(table_name) = 'item'")
				.query(String.class)
				.list()).contains(schema);
		}
	}

	@Test
	void echoWritesStatementsAndNoValues() {
		Database database = database((settings) -> settings.echo(true));
		try (EchoedStatements echoed = new EchoedStatements(); Lease lease = database.acquire("test")) {
			createTable(database);
			database.jdbcClient().sql("select id from item").withFetchSize(5).query(Integer.class).list();
			insert(database, 987654);
			assertThat(echoed.lines())
				.allSatisfy((line) -> assertThat(line).matches("\\[reports] [0-9]+\\.[0-9]{3} ms: .+"))
				.last(STRING)
				.endsWith("insert into item values (?)")
				.doesNotContain("987654");
		}
	}

	@Test
	void failuresOfStatementsAreSprings() {
		Database database = database();
		try (Lease lease = database.acquire("test")) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> database.jdbcClient().sql("select nothing from nowhere").query().singleRow());
		}
	}

}
