package io.dbregistry.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every server owes the tests that run on it. */
abstract class TestDatabaseContractTests {

	private final TestServer server;

	TestDatabaseContractTests(TestServer server) {
		this.server = server;
	}

	@Test
	void answersAsTheProductItStandsFor() throws SQLException {
		try (TestDatabase database = this.server.create(); Connection connection = connect(database)) {
			assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(this.server.productName());
			assertThat(database.server()).isSameAs(this.server);
			assertThat(database.url()).doesNotContain("password");
		}
	}

	@Test
	void givesEachCallerADatabaseOfItsOwn() throws SQLException {
		try (TestDatabase first = this.server.create(); TestDatabase second = this.server.create()) {
			execute(first, "create table book (id int)");
			execute(second, "create table book (id int)");
			assertThat(first.url()).isNotEqualTo(second.url());
		}
	}

	@Test
	void countsConnectionsAsTheServerListsThem() throws SQLException {
		try (TestDatabase database = this.server.create(); TestDatabase other = this.server.create()) {
			assertThat(database.serverConnections()).isZero();
			try (Connection one = connect(database); Connection two = connect(database)) {
				assertThat(one.isValid(1) && two.isValid(1)).isTrue();
				assertThat(database.serverConnections()).isEqualTo(2);
				assertThat(other.serverConnections()).isZero();
				database.assertConnections(2);
			}
			database.assertConnections(0);
		}
	}

	@Test
	void isEmptyAgainOnceDropped() throws SQLException {
		TestDatabase database = this.server.create();
		execute(database, "create table book (id int)");
		database.close();
		database.close();
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(database, "select * from book"));
	}

	@Test
	void isDroppedUnderItsClientsWhenAsked() throws SQLException {
		try (TestDatabase database = this.server.create(); Connection client = connect(database)) {
			assertThat(client.isValid(1)).isTrue();
			database.dropNow();
			if (this.server != TestServer.SQLITE) { // a file lives on for those who hold
													// it
				assertThat(client.isValid(1)).isFalse();
			}
		}
	}

	@Test
	void refusesAnotherPassword() {
		if (this.server == TestServer.SQLITE) {
			return; // a file has no users
		}
		try (TestDatabase database = this.server.create()) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(database.url(), database.username(), "wrong"));
		}
	}

	@Test
	void removesTheSchemasThatATestMade() throws SQLException {
		if (this.server == TestServer.SQLITE) {
			return; // it has no schemas
		}
		String schema;
		try (TestDatabase database = this.server.create()) {
			schema = database.schemaName("shop");
			execute(database, "create schema " + schema);
			assertThat(schema).startsWith("shop_").isNotEqualTo(database.schemaName("shop"));
		}
		try (TestDatabase database = this.server.create()) {
			execute(database, "create schema " + schema);
			execute(database, "drop schema " + schema);
		}
	}

	static Connection connect(TestDatabase database) throws SQLException {
		return DriverManager.getConnection(database.url(), database.username(), database.password());
	}

	static void execute(TestDatabase database, String sql) throws SQLException {
		try (Connection connection = connect(database)) {
			execute(connection, sql);
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
