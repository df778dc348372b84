package io.dbregistry.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An empty database of its own for a test, dropped by {@link #close()}. A test that
 * leaves a connection to it open fails, by what the server itself lists.
 */
public final class TestDatabase implements AutoCloseable {

	/** Servers notice a closed socket a little late. */
	private static final Duration GRACE = Duration.ofSeconds(2);

	private final TestServer product;

	private final DatabaseServer server;

	private final String name;

	private final DatabaseAccess access;

	/** Guarded by this. */
	private final List<String> schemas = new ArrayList<>();

	/** Guarded by this. */
	private boolean dropped;

	/** Connections still open when it was closed; guarded by this. */
	private int leaked;

	private TestDatabase(TestServer product, DatabaseServer server, String name, DatabaseAccess access) {
		this.product = product;
		this.server = server;
		this.name = name;
		this.access = access;
	}

	static TestDatabase create(TestServer product, DatabaseServer server) {
		String name = uniqueName("registry");
		TestDatabase database = new TestDatabase(product, server, name, server.create(name));
		LeakScope.add(database);
		database.assertProduct();
		if (server.listsConnections()) {
			database.assertConnections(0);
		}
		return database;
	}

	static String uniqueName(String prefix) {
		return prefix + "_" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
	}

	private void assertProduct() {
		try (Connection connection = this.access.connect()) {
			String actual = connection.getMetaData().getDatabaseProductName();
			if (!this.product.productName().equals(actual)) {
				throw new IllegalStateException(
						"A test for '" + this.product.productName() + "' was given '" + actual + "' at " + this.access);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Could not connect to " + this.access, ex);
		}
	}

	/**
	 * The JDBC URL, without user and password.
	 * @return the URL
	 */
	public String url() {
		return this.access.url();
	}

	/**
	 * Who may do everything in the database.
	 * @return the user, empty where the product knows none
	 */
	public String username() {
		return this.access.username();
	}

	/**
	 * The password of the user; no other one is accepted.
	 * @return the password, empty where the product knows none
	 */
	public String password() {
		return this.access.password();
	}

	/**
	 * The product.
	 * @return the product, as seen on a live connection
	 */
	public TestServer server() {
		return this.product;
	}

	/**
	 * Counts the connections to the database in the server's own list, without the
	 * fixture's.
	 * @return the number at this moment; a connection just closed may still be in it
	 * @throws UnsupportedOperationException if there is no list, which is so for SQLite
	 * where there is no {@code /proc}
	 */
	public int serverConnections() {
		if (!this.server.listsConnections()) {
			throw new UnsupportedOperationException(this.product + " has no list of connections on this system");
		}
		return this.server.connections(this.name);
	}

	/**
	 * Fails unless the server's own list has so many connections, now or within the few
	 * seconds that a server needs to notice.
	 * @param expected the number
	 */
	public void assertConnections(int expected) {
		int actual = awaitConnections(expected);
		if (actual != expected) {
			throw new AssertionError(
					"Expected " + expected + " connections to " + this + ", but the server lists " + actual);
		}
	}

	private int awaitConnections(int expected) {
		long deadline = System.nanoTime() + GRACE.toNanos();
		int actual = serverConnections();
		while (actual != expected && System.nanoTime() < deadline) {
			pause();
			actual = serverConnections();
		}
		return actual;
	}

	private void pause() {
		try {
			Thread.sleep(10);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for " + this, ex);
		}
	}

	/**
	 * A name for a schema that the test is going to create. Whatever has it is removed
	 * with the database, also on MariaDB, where a schema belongs to the whole server.
	 * @param prefix how the name begins: lower-case letters and digits
	 * @return a name that nothing else has
	 */
	public synchronized String schemaName(String prefix) {
		String schema = uniqueName(prefix);
		this.schemas.add(schema);
		return schema;
	}

	/**
	 * Drops the database under its clients, on purpose: they lose their connections and
	 * cannot come back.
	 */
	public synchronized void dropNow() {
		if (!this.dropped) {
			this.dropped = true;
			this.server.drop(this.name, this.schemas);
		}
	}

	/** Drops the database; connections that are still open then fail the test. */
	@Override
	public synchronized void close() {
		if (!this.dropped) {
			if (this.server.listsConnections()) {
				this.leaked = awaitConnections(0);
			}
			dropNow();
		}
	}

	synchronized int leaked() {
		return this.leaked;
	}

	@Override
	public String toString() {
		return this.product + " " + this.access;
	}

}
