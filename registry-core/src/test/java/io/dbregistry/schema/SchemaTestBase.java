package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Models;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An empty database, and what tests do to it by hand. */
abstract class SchemaTestBase {

	final TestServer server;

	TestDatabase testDatabase;

	Database database;

	private @Nullable Lease lease;

	SchemaTestBase(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void open() {
		this.testDatabase = this.server.create();
		this.database = database(null);
		this.lease = this.database.acquire("test");
	}

	@AfterEach
	void close() {
		if (this.lease != null) { // null when there is no server and the test is skipped
			this.lease.close();
			this.testDatabase.close();
		}
	}

	Database database(@Nullable String schema) {
		return Database.create("primary", this.testDatabase.url(),
				(settings) -> settings.username(this.testDatabase.username())
					.password(this.testDatabase.password())
					.schema(schema));
	}

	Schemas schemas(Class<?>... types) {
		return Schemas.of(Databases.of(Map.of("primary", this.database)), models(types));
	}

	static Models models(Class<?>... types) {
		return Models.from(List.of(types), List.of("analytics"));
	}

	void execute(String sql) {
		try (Connection connection = this.database.connection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex.getMessage() + " at " + sql, ex);
		}
	}

	int count(String table) {
		Integer count = this.database.jdbcClient().sql("select count(*) from " + table).query(Integer.class).single();
		return (count != null) ? count : -1;
	}

	String sql(String pattern, Object... names) {
		Dialect dialect = this.database.dialect();
		Object[] quoted = new Object[names.length];
		for (int i = 0; i < names.length; i++) {
			quoted[i] = dialect.quote(names[i].toString());
		}
		return pattern.formatted(quoted);
	}

	void assertRefused(String sql) {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> execute(sql));
	}

}
