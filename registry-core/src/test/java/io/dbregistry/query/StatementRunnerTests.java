package io.dbregistry.query;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StatementRunnerTests {

	@Test
	void namesTheDatabaseThatGivesNoConnection() {
		Database down = adopt(new DriverManagerDataSource("jdbc:h2:tcp://127.0.0.1:1/mem:down"));
		assertThatExceptionOfType(CannotGetJdbcConnectionException.class)
			.isThrownBy(() -> new StatementRunner(List.of()).run(down, "select 1", "get", (statement) -> 0))
			.withMessage(
					"get in database 'shop' got no connection; see the cause, and check the server and the size of the pool")
			.withCauseInstanceOf(SQLException.class);
	}

	@Test
	void keepsTheFailureWhenAListenerFailsToo() {
		try (TestDatabase server = TestServer.H2.create()) {
			Database database = adopt(new DriverManagerDataSource(server.url(), server.username(), server.password()));
			StatementRunner runner = new StatementRunner(List.of((execution) -> {
				throw new IllegalStateException("broken listener");
			}));
			assertThatExceptionOfType(BadSqlGrammarException.class)
				.isThrownBy(() -> runner.run(database, "select nothing", "get", (statement) -> 0))
				.satisfies((ex) -> assertThat(ex).hasSuppressedException(new IllegalStateException("broken listener")));
		}
	}

	@Test
	void leavesTheTransactionBehindAProxyThatKnowsIt() {
		try (TestDatabase server = TestServer.H2.create()) {
			DriverManagerDataSource source = new DriverManagerDataSource(server.url(), server.username(),
					server.password());
			Database database = adopt(new TransactionAwareDataSourceProxy(source));
			database.jdbcOperations().execute("create table note (id int)");
			assertThatIllegalStateException().isThrownBy(() -> database.transaction(() -> {
				StatementRunner runner = new StatementRunner(List.of());
				runner.run(database, "insert into note values (1)", "create", (statement) -> statement.executeUpdate());
				throw new IllegalStateException("undo");
			}));
			assertThat(database.jdbcClient().sql("select count(*) from note").query(Integer.class).single()).isZero();
		}
	}

	private static Database adopt(DataSource source) {
		return Database.adopt("shop", source, DatabaseSettings.builder().build());
	}

}
