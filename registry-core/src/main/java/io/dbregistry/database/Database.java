package io.dbregistry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.dbregistry.dialect.Dialect;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * One database and who holds it open.
 *
 * <pre>{@code
 * Database reports = Database.create("reports", "jdbc:postgresql://localhost/reports", settings -> settings.username("app"));
 * try (Lease lease = reports.acquire("nightly report")) {
 * 	reports.jdbcClient().sql("select count(*) from sale").query(Long.class).single();
 * }
 * }</pre>
 *
 * An <em>owned</em> database has a pool of its own: the first {@link #acquire} opens it
 * and proves that the server answers, the last lease given back closes it. An
 * <em>adopted</em> one has a pool that somebody else built and closes; its leases are
 * information. Databases are safe for use by several threads and may be shared by several
 * registries. Work on two databases is two transactions: there is no two-phase commit.
 */
public interface Database {

	/**
	 * Creates a database with a pool of its own; opens nothing.
	 * @param name the name in messages, health and metrics
	 * @param url the JDBC URL
	 * @param settings sets what differs from the defaults
	 * @return the database
	 * @throws InvalidSettingsException if a setting makes no sense; names all that do not
	 */
	static Database create(String name, String url, Consumer<DatabaseSettings.Builder> settings) {
		DatabaseSettings.Builder builder = DatabaseSettings.builder();
		settings.accept(builder);
		return create(name, url, builder.build());
	}

	/**
	 * Creates a database with a pool of its own; opens nothing.
	 * @param name the name in messages, health and metrics
	 * @param url the JDBC URL
	 * @param settings the settings
	 * @return the database
	 * @throws InvalidSettingsException if a setting makes no sense; names all that do not
	 */
	static Database create(String name, String url, DatabaseSettings settings) {
		return new DefaultDatabase(name, settings, OwnedPool.create(name, url, settings), null);
	}

	/**
	 * Adopts a pool that somebody else built and closes.
	 * @param name the name in messages, health and metrics
	 * @param dataSource the pool
	 * @param settings the settings; those that describe a pool are refused
	 * @return the database
	 * @throws InvalidSettingsException if a setting describes a pool to build
	 */
	static Database adopt(String name, DataSource dataSource, DatabaseSettings settings) {
		return new DefaultDatabase(name, settings, AdoptedPool.of(name, dataSource, settings), dataSource);
	}

	/**
	 * The name in messages, health and metrics.
	 * @return the name given when the database was created
	 */
	String name();

	/**
	 * The schema of every model without one of its own.
	 * @return the configured schema, or {@code null} for the connection's default
	 */
	@Nullable String schema();

	/**
	 * Whether an application may not start without this database.
	 * @return {@code false} when it may be down at start
	 */
	boolean required();

	/**
	 * Whether its statements are logged.
	 * @return what {@link DatabaseSettings#echo()} says
	 */
	boolean echo();

	/**
	 * The URL without secrets.
	 * @return the masked URL, or empty when an adopted pool does not tell
	 */
	Optional<DatabaseUrl> findUrl();

	/**
	 * Claims that the database stays open, opening it if need be. Waits for at most
	 * {@link DatabaseSettings#openTimeout()}; callers that come while it is being opened
	 * share that attempt.
	 * @param holder who claims it, for people
	 * @return the lease to give back
	 * @throws DatabaseOpenException if it cannot be opened, in time, or the calling
	 * thread is interrupted; the count is then what it was and nothing stays open
	 */
	Lease acquire(String holder);

	/**
	 * Claims the database as {@link #acquire} does, but does not fail when it cannot be
	 * opened: it is retried in the background until that works or the lease is given
	 * back. Meanwhile using the database throws {@link DatabaseUnavailableException}.
	 * @param holder who claims it, for people
	 * @return the lease to give back
	 */
	Lease acquireWhenAvailable(String holder);

	/**
	 * Adds work that is part of opening: of the one under way, which waits for it, or
	 * else of the next. It runs after the work that was there before.
	 * @param hook run after connecting, before anybody else uses the database; when it
	 * fails, the database is not opened
	 */
	void addOpenHook(OpenHook hook);

	/**
	 * Takes added work away.
	 * @param hook the work; nothing happens when it was not added
	 */
	void removeOpenHook(OpenHook hook);

	/**
	 * Closes an owned database that nobody holds.
	 * @throws DatabaseInUseException if somebody does; names them
	 * @throws DatabaseAdoptedException if its pool belongs to somebody else
	 */
	void close();

	/**
	 * Closes an owned database whoever holds it, and logs whom that cuts off. A later
	 * {@link #acquire} works.
	 * @throws DatabaseAdoptedException if its pool belongs to somebody else
	 */
	void forceClose();

	/**
	 * What is known about the database now, without asking the server.
	 * @return a snapshot
	 */
	DatabaseStatus status();

	/**
	 * Asks the server a real query, on a connection of the open pool.
	 * @throws SQLException if there is no answer
	 * @throws DatabaseUnavailableException if it could not be opened yet
	 * @throws DatabaseNotOpenException if nobody holds the database
	 */
	void ping() throws SQLException;

	/**
	 * Asks the server a real query as {@link #ping()} does, and gives up a server that
	 * does not answer, also one that is gone without a word. Waiting for a connection of
	 * the pool has the limit of the pool.
	 * @param limit the longest time for the answer, as far as the driver keeps limits;
	 * more than zero
	 * @throws SQLException if there is no answer in time
	 * @throws DatabaseUnavailableException if it could not be opened yet
	 * @throws DatabaseNotOpenException if nobody holds the database
	 */
	void ping(Duration limit) throws SQLException;

	/**
	 * The dialect of the product that answered when the database was opened; kept after
	 * it is closed.
	 * @return the dialect
	 * @throws DatabaseUnavailableException if it could not be opened yet
	 * @throws DatabaseNotOpenException if it was never opened and may not be used
	 * unconnected
	 */
	Dialect dialect();

	/**
	 * The source of connections: the adopted one itself, or for an owned database one
	 * that stays the same however often the pool is opened and closed.
	 * @return the data source
	 * @throws DatabaseUnavailableException if the database could not be opened yet
	 */
	DataSource dataSource();

	/**
	 * Spring's fluent access to the database, bound to its transactions.
	 * @return the client
	 * @throws DatabaseUnavailableException if the database could not be opened yet
	 */
	JdbcClient jdbcClient();

	/**
	 * Spring's classic access to the database, bound to its transactions.
	 * @return the operations
	 * @throws DatabaseUnavailableException if the database could not be opened yet
	 */
	JdbcOperations jdbcOperations();

	/**
	 * A connection outside of any transaction, and of rollback mode: what is done on it
	 * is done for real. The caller closes it.
	 * @return a connection of the pool in auto-commit mode
	 * @throws SQLException if none can be had
	 */
	Connection connection() throws SQLException;

	/**
	 * The manager of this database's transactions.
	 * @return the manager of the context that owns an adopted pool, else its own
	 */
	PlatformTransactionManager transactionManager();

	/**
	 * Runs work in the current transaction, or in a new one when there is none. It is
	 * rolled back when the work throws.
	 * @param work what to do
	 * @param <T> the type of the result
	 * @return what the work returns
	 */
	<T extends @Nullable Object> T transaction(Supplier<T> work);

	/**
	 * Runs work in the current transaction, or in a new one when there is none. It is
	 * rolled back when the work throws.
	 * @param work what to do
	 */
	default void transaction(Runnable work) {
		transaction(() -> {
			work.run();
			return null;
		});
	}

	/**
	 * Runs work behind a savepoint of the current transaction, or in a new transaction
	 * when there is none. Only this work is undone when it throws.
	 * @param work what to do
	 * @param <T> the type of the result
	 * @return what the work returns
	 */
	<T extends @Nullable Object> T nested(Supplier<T> work);

	/**
	 * Runs work behind a savepoint of the current transaction, or in a new transaction
	 * when there is none. Only this work is undone when it throws.
	 * @param work what to do
	 */
	default void nested(Runnable work) {
		nested(() -> {
			work.run();
			return null;
		});
	}

}
