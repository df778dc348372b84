package io.dbregistry.testsupport;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * The products that tests run on.
 *
 * <pre>{@code
 * try (TestDatabase database = TestServer.POSTGRESQL.create()) {
 * 	Connection connection = DriverManager.getConnection(database.url(), database.username(), database.password());
 * 	...
 * }
 * }</pre>
 *
 * A server is started by the first {@link #create()} in a JVM and stopped when the JVM
 * ends. H2 and SQLite run in process. PostgreSQL is the server of
 * {@code REGISTRY_TEST_POSTGRES_URL}, else a container, else embedded. MariaDB is the
 * server of {@code REGISTRY_TEST_MARIADB_URL}, else a container, else its tests are
 * skipped with that reason. Either variable is a whole JDBC URL, {@code user} and
 * {@code password} included, of a user who may create databases (on MariaDB also users).
 * Containers use the images named by the system properties
 * {@code registry.test.postgres-image} and {@code registry.test.mariadb-image}.
 */
public enum TestServer {

	/** H2, in memory. */
	H2("H2", H2Server::new),

	/** SQLite, in a temporary file. */
	SQLITE("SQLite", SqliteServer::new),

	/** PostgreSQL. */
	POSTGRESQL("PostgreSQL", PostgreSqlServer::start),

	/** MariaDB. */
	MARIADB("MariaDB", MariaDbServer::start);

	private final String productName;

	private final Supplier<DatabaseServer> start;

	/** Guarded by this. */
	private @Nullable DatabaseServer server;

	/** Why there is no server; guarded by this. */
	private @Nullable RuntimeException failure;

	TestServer(String productName, Supplier<DatabaseServer> start) {
		this.productName = productName;
		this.start = start;
	}

	/**
	 * The name that the product's driver gives it.
	 * @return the name, such as {@code PostgreSQL}
	 */
	public String productName() {
		return this.productName;
	}

	/**
	 * Makes an empty database.
	 * @return the database; the caller closes it
	 * @throws TestAbortedException if there is no such server here, which skips the test
	 */
	public TestDatabase create() {
		return TestDatabase.create(this, server());
	}

	private synchronized DatabaseServer server() {
		if (this.failure != null) {
			throw this.failure;
		}
		if (this.server == null) {
			try {
				this.server = this.start.get();
			}
			catch (RuntimeException ex) {
				this.failure = ex;
				throw ex;
			}
		}
		return this.server;
	}

}
