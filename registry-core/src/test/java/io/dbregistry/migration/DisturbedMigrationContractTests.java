package io.dbregistry.migration;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.migration.MigrationReport.SchemaResult;
import io.dbregistry.testsupport.LoggedLines;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/** Something happens to the schemas or to the program while it migrates. */
abstract class DisturbedMigrationContractTests extends ManySchemasTestBase {

	DisturbedMigrationContractTests(TestServer server) {
		super(server);
	}

	@Test
	void aSchemaThatIsDroppedMeanwhileIsNamedAndTheOthersAreDone() throws Exception {
		String gone = this.schemas.get(SCHEMAS - 1);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate(afterwards(1, () -> drop(gone))))
			.satisfies((failure) -> {
				assertThat(failure.getSchema()).isEqualTo(gone);
				assertThat(failure)
					.hasMessageStartingWith(
							"Migrating schema '%s' of database 'primary' failed: the schema does not exist; "
								.formatted(gone))
					.hasNoSuppressedExceptions();
			});
		this.schemas.remove(gone);
		for (String schema : this.schemas) {
			assertThat(history(schema)).containsExactly("1 1", "2 2");
		}
		try (Connection connection = this.database.connection()) {
			String home = this.database.dialect().findCurrentSchema(connection).orElseThrow();
			assertThat(strings("select table_schema from information_schema.tables where lower(table_name) = 'book'"))
				.doesNotContain(home);
		}
	}

	@Test
	void aSchemaWhoseHistoryIsNoneIsNamedAndTheOthersAreDone() throws Exception {
		String other = this.schemas.get(20);
		execute("create table %s (letter char(1))".formatted(historyTable(other)));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate).satisfies((failure) -> {
			assertThat(failure.getSchema()).isEqualTo(other);
			assertThat(failure).hasMessageStartingWith("Migrating schema '%s' of database 'primary'".formatted(other))
				.hasNoSuppressedExceptions();
		});
		this.schemas.remove(other);
		for (String schema : this.schemas) {
			assertThat(history(schema)).containsExactly("1 1", "2 2");
		}
		this.schemas.add(other);
	}

	@Test
	void aSchemaThatIsDroppedBetweenTwoReadingsKeepsNoOtherFromBeingRead() throws Exception {
		migrate();
		String gone = this.schemas.get(30);
		List<String> failed = new ArrayList<>();
		try (Connection connection = this.database.connection()) {
			Map<String, History> read = new Histories(this.database.dialect(), "DATABASECHANGELOG",
					"DATABASECHANGELOGLOCK")
				.read(dropping(connection, gone), this.schemas, (schema, failure) -> failed.add(schema));
			assertThat(failed).containsExactly(gone);
			this.schemas.remove(gone);
			assertThat(read).containsOnlyKeys(this.schemas);
			assertThat(read.values()).allSatisfy((history) -> assertThat(history.rows()).isEqualTo(2));
		}
	}

	/** A schema is dropped as soon as it is known which ones have a history. */
	private Connection dropping(Connection connection, String schema) {
		boolean[] dropped = new boolean[1];
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("createStatement") && !dropped[0]) {
						dropped[0] = true;
						drop(schema);
					}
					return method.invoke(connection, arguments);
				});
	}

	/** A change set that cuts its own connection. */
	final void requireWordsOfTheFirstFailure(String cut, String words) throws Exception {
		write(CHANGELOG + """
				  - changeSet:
				      id: 3
				      author: shop
				      changes:
				        - sql: {sql: "%s"}
				""".formatted(cut));
		for (List<String> schemas : List.of(this.schemas.subList(8, 10), this.schemas.subList(10, 11))) {
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate(schemas))
				.withMessageContaining(words)
				.withMessageContaining("of database 'primary' failed")
				.withMessageNotContaining(cut);
		}
	}

	@Test
	@Timeout(120)
	void deadLocksKeepNoOtherFromBeingMigratedAndAreWaitedForTogether() throws Exception {
		start();
		write(CHANGELOG + NEXT);
		List<String> locked = this.schemas.subList(9, 39);
		for (String schema : locked) {
			lock(schema);
		}
		try (LoggedLines log = new LoggedLines(LockWait.class.getName())) {
			assertThatExceptionOfType(MigrationException.class)
				.isThrownBy(() -> start((settings) -> settings.lockTimeout(Duration.ofSeconds(6))))
				.withMessageStartingWith(
						("Migrating 30 of %d schemas of database 'primary' failed, the other %d schemas are done:"
								+ "\n- schema '%s' of database 'primary': it is locked by 'dead' for ")
							.formatted(SCHEMAS, SCHEMAS - 30, locked.get(0)))
				.withMessageEndingWith("\n- and 25 more");
			assertThat(log.lines()).singleElement(as(STRING))
				.matches(
						"30 schemas of database 'primary' are locked, '%s' by 'dead' for \\d+ days; waiting for \\d+ m?s at most"
							.formatted(locked.get(0)));
		}
		for (String schema : this.schemas) {
			assertThat(history(schema)).hasSize(locked.contains(schema) ? 2 : 3);
		}
		start((settings) -> settings.takeOverLockAfter(Duration.ofDays(1)));
		for (String schema : this.schemas) {
			assertThat(history(schema)).containsExactly("1 1", "2 2", "3 3");
		}
	}

	@Test
	void aLockOfASchemaThatLacksNothingIsNotWaitedFor() throws Exception {
		migrate();
		lock(this.schemas.get(9));
		assertThat(migrate().isEmpty()).isTrue();
	}

	@Test
	void aListenerThatFailsIsLoggedAndTheMigrationGoesOn() throws Exception {
		MigrationListener failing = new MigrationListener() {
			@Override
			public void starting(String database, @Nullable String schema, String changeSet) {
				throw new IllegalStateException("no disk");
			}
		};
		try (LoggedLines log = new LoggedLines(ApplyOptions.class.getName())) {
			assertThat(migrate(failing).schemas()).allSatisfy((result) -> assertThat(result.changeSets()).hasSize(2));
			assertThat(log.lines()).hasSize(2 * SCHEMAS)
				.contains(
						"Listener '%s' failed when it was told of schema '%s' of database 'primary'; the migration goes on"
							.formatted(failing.getClass().getName(), this.schemas.get(3)));
		}
	}

	@Test
	void anInterruptLeavesSchemasWholeAndConnectionsClean() throws Exception {
		Thread runner = Thread.currentThread();
		List<String> before = connections();
		MigrationListener interrupt = afterwards(10, () -> {
			runner.interrupt();
			while (runner.isInterrupted()) { // until it has noticed
				Thread.sleep(1);
			}
			Thread.sleep(100);
		});
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate(interrupt))
			.withMessageContaining("the thread was interrupted before; migrate again");
		assertThat(Thread.interrupted()).isTrue();
		assertThat(connections()).isEqualTo(before);

		Map<String, Integer> counts = new HashMap<>();
		migrate().schemas().forEach((result) -> counts.put(result.schema(), result.changeSets().size()));
		assertThat(counts.values()).containsOnly(0, 2).hasSize(SCHEMAS);
		for (String schema : this.schemas) {
			assertThat(history(schema)).containsExactly("1 1", "2 2");
		}
	}

	private MigrationReport migrate(MigrationListener listener) {
		return this.registry.migrations()
			.migrate("primary", (options) -> options.schemas(this.schemas.toArray(String[]::new)).listener(listener));
	}

	/** Does something as soon as some schemas are finished; no other one is meanwhile. */
	private static MigrationListener afterwards(int number, Disturbance disturbance) {
		return new MigrationListener() {
			@Override
			public void finished(String database, SchemaResult result, int finished, int total) {
				if (finished == number) {
					try {
						disturbance.happen();
					}
					catch (Exception ex) {
						throw new IllegalStateException(ex);
					}
				}
			}
		};
	}

	/** How several connections of the pool are. */
	private List<String> connections() throws SQLException {
		List<Connection> open = new ArrayList<>();
		List<String> states = new ArrayList<>();
		try {
			for (int i = 0; i < 5; i++) {
				Connection connection = this.database.connection();
				open.add(connection);
				states.add(this.database.dialect().findCurrentSchema(connection) + " " + connection.getAutoCommit());
			}
		}
		finally {
			for (Connection connection : open) {
				connection.close();
			}
		}
		return states;
	}

	/** What happens in the middle of a migration. */
	private interface Disturbance {

		void happen() throws Exception;

	}

}
