package io.dbregistry.testsupport;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

class ConnectionLeakCheckTests {

	private static final List<Connection> LEFT_OPEN = new ArrayList<>();

	@AfterEach
	void closeWhatWasLeaked() throws SQLException {
		for (Connection connection : LEFT_OPEN) {
			connection.close();
		}
		LEFT_OPEN.clear();
	}

	@Test
	void failsATestThatLeavesAConnectionOpen() {
		events(LeakInTest.class).assertThatEvents()
			.haveExactly(1, finishedWithFailure(
					message((text) -> text.startsWith("leaks() left connections open, the server lists 1 to SQLITE"))));
	}

	@Test
	void failsATestThatClosesTheDatabaseBeforeTheConnection() {
		events(LeakBehindClose.class).assertThatEvents()
			.haveExactly(1, finishedWithFailure(message((text) -> text.contains("the server lists 2 to H2"))));
	}

	@Test
	void saysHowManyConnectionsTheServerLists() {
		try (TestDatabase database = TestServer.H2.create()) {
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> database.assertConnections(1))
				.withMessageStartingWith("Expected 1 connections to H2")
				.withMessageEndingWith("but the server lists 0");
		}
	}

	@Test
	void failsTheClassWhenTheDatabaseIsShared() {
		Events events = events(LeakInClass.class);
		events.assertThatEvents()
			.haveExactly(1, finishedWithFailure(
					message((text) -> text.contains("LeakInClass left connections open, the server lists 1 to H2"))));
		assertThat(events.failed().count()).isEqualTo(1);
	}

	@Test
	void leavesATestAloneThatClosesEverything() {
		Events events = events(Clean.class);
		assertThat(events.failed().count()).isZero();
		assertThat(events.succeeded().count()).isGreaterThan(2);
	}

	@Test
	void countsADatabaseInAStaticFieldAsTheClassesOwn() {
		Events events = events(SharedByStaticField.class);
		assertThat(events.failed().count()).isZero();
		assertThat(events.succeeded().count()).isGreaterThan(2);
	}

	@Test
	void closesWhatATestForgot() {
		assertThat(events(Forgetful.class).failed().count()).isZero();
		assertThat(Forgetful.database).satisfies((database) -> {
			assertThat(database.leaked()).isZero();
			assertThat(Path.of(database.url().substring("jdbc:sqlite:".length()))).doesNotExist();
		});
	}

	private static Events events(Class<?> type) {
		return EngineTestKit.engine("junit-jupiter")
			.configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
			.selectors(selectClass(type))
			.execute()
			.allEvents();
	}

	private static Connection connect(TestDatabase database) throws SQLException {
		Connection connection = TestDatabaseContractTests.connect(database);
		LEFT_OPEN.add(connection);
		return connection;
	}

	static class LeakInTest {

		private final TestDatabase database = TestServer.SQLITE.create();

		@Test
		void leaks() throws SQLException {
			connect(this.database);
		}

	}

	static class LeakBehindClose {

		@Test
		void leaks() throws SQLException {
			try (TestDatabase database = TestServer.H2.create()) {
				connect(database);
				connect(database);
			}
		}

	}

	static class LeakInClass {

		private static final TestDatabase DATABASE = TestServer.H2.create();

		@BeforeAll
		static void leak() throws SQLException {
			connect(DATABASE);
		}

		@Test
		void isNotToBlame() {
			assertThat(DATABASE.serverConnections()).isEqualTo(1);
		}

	}

	static class Clean {

		private static TestDatabase shared;

		private static Connection sharedConnection;

		@AutoClose
		private Connection mine;

		@BeforeAll
		static void connectAll() throws SQLException {
			shared = TestServer.H2.create();
			sharedConnection = connect(shared);
		}

		@AfterAll
		static void closeAll() throws SQLException {
			sharedConnection.close();
		}

		@Test
		void closesLast() throws SQLException {
			this.mine = connect(TestServer.H2.create());
		}

		@Test
		void closesLastAgain() throws SQLException {
			this.mine = connect(TestServer.SQLITE.create());
		}

	}

	static class SharedByStaticField {

		private static final TestDatabase DATABASE = TestServer.H2.create();

		private static @Nullable Connection connection;

		@Test
		void opensOrCloses() throws SQLException {
			if (connection == null) {
				connection = connect(DATABASE);
			}
			else {
				connection.close();
			}
		}

		@Test
		void closesOrOpens() throws SQLException {
			opensOrCloses();
		}

	}

	static class Forgetful {

		private static TestDatabase database;

		@Test
		void neverClosesTheDatabase() throws SQLException {
			database = TestServer.SQLITE.create();
			connect(database).close();
		}

	}

}
