package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What migrations leave in a session of PostgreSQL that others use after them. */
class PostgreSqlSessionTests {

	private TestDatabase test;

	private Connection connection;

	@BeforeEach
	void open() throws SQLException {
		this.test = TestServer.POSTGRESQL.create();
		this.connection = connect();
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
		this.test.close();
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(this.test.url(), this.test.username(), this.test.password());
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private String searchPath() throws SQLException {
		return MigrationLock.value(this.connection, "select current_setting('search_path')", String.class)
			.orElseThrow();
	}

	@Test
	void theSearchPathIsWhatItWas() throws SQLException {
		execute("create schema app");
		execute("create schema tenant");
		execute("create schema extensions");
		execute("set search_path = app, extensions");
		DataSource source = new SingleConnectionDataSource(this.connection, true);
		try (Connection bound = new SchemaDataSource(source, "tenant").getConnection()) {
			assertThat(bound.getSchema()).isEqualTo("tenant");
			assertThat(searchPath()).isEqualTo("tenant, app, extensions");
		}
		assertThat(searchPath()).isEqualTo("app, extensions");
	}

	@Test
	void aServerThatCannotWatchItsClientsLocksAllTheSame() throws SQLException {
		execute("create schema old");
		execute("create function old.set_config(text, text, boolean) returns text language plpgsql as "
				+ "$$ begin raise 'client_connection_check_interval must be set to 0 on this platform'; end $$");
		execute("set search_path = old, pg_catalog");
		MigrationLock lock = new PostgreSqlMigrationLock(42);
		assertThat(lock.tryAcquire(this.connection)).isTrue();
		try (Connection other = connect()) {
			assertThat(new PostgreSqlMigrationLock(42).tryAcquire(other)).isFalse();
			lock.release(this.connection);
			assertThat(new PostgreSqlMigrationLock(42).tryAcquire(other)).isTrue();
		}
	}

	@Test
	void aReplayReadsWhatOthersHaveCommitted() throws SQLException {
		execute("create schema tenant");
		execute("set session characteristics as transaction isolation level repeatable read");
		CompiledChangelog changelog = new CompiledChangelog(
				List.of("create table isolation as select current_setting('transaction_isolation') as level"),
				List.of(), true, null);
		Dialect dialect = Dialect.from(this.connection);
		Histories histories = new Histories(dialect, "DATABASECHANGELOG", "DATABASECHANGELOGLOCK");
		History before = histories.read(this.connection, List.of("tenant"), (schema, failure) -> {
			throw failure;
		}).get("tenant");
		new TransactionalReplay(histories, changelog, before, (same, schemas) -> {
		}).run(this.connection, new MigrationPlace("primary", "tenant", "public"));
		assertThat(MigrationLock.value(this.connection, "select level from tenant.isolation", String.class))
			.contains("read committed");
	}

}
