package io.dbregistry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.dbregistry.database.ConnectionSource.OpenPool;
import io.dbregistry.database.DatabaseSettings.OnUnconnected;
import io.dbregistry.dialect.Dialect;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * A database in front of its {@link OpenGate}.
 */
final class DefaultDatabase implements Database {

	private static final String UNCONNECTED_USE = "unconnected use";

	private final String name;

	private final DatabaseSettings settings;

	private final ConnectionSource source;

	private final OpenReport report;

	private final AddedHooks addedHooks = new AddedHooks();

	private final OpenGate gate;

	private final DataSource dataSource;

	private final JdbcOperations jdbcOperations;

	private final JdbcClient jdbcClient;

	private final Supplier<PlatformTransactionManager> transactionManager;

	private final AtomicLong unconnectedUses = new AtomicLong();

	/** The dialect of an adopted pool that is used before it is opened. */
	private volatile @Nullable Dialect adoptedDialect;

	DefaultDatabase(String name, DatabaseSettings settings, ConnectionSource source, @Nullable DataSource adopted) {
		this.name = name;
		this.settings = settings;
		this.source = source;
		this.report = new OpenReport(name, source, settings.required());
		this.gate = new OpenGate(name, settings, this.addedHooks, source, this.report);
		this.dataSource = (adopted != null) ? adopted : new OpenedDataSource();
		this.jdbcOperations = settings.echo() ? new EchoingJdbcTemplate(name, this.dataSource)
				: new JdbcTemplate(this.dataSource);
		this.jdbcClient = JdbcClient.create(this.jdbcOperations);
		Supplier<PlatformTransactionManager> given = settings.transactionManager();
		this.transactionManager = SingletonSupplier
			.of((given != null) ? given : () -> new JdbcTransactionManager(this.dataSource));
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public @Nullable String schema() {
		return this.settings.schema();
	}

	@Override
	public boolean required() {
		return this.settings.required();
	}

	@Override
	public boolean echo() {
		return this.settings.echo();
	}

	@Override
	public Optional<DatabaseUrl> findUrl() {
		return Optional.ofNullable(this.source.url());
	}

	@Override
	public Lease acquire(String holder) {
		return this.gate.acquire(holder);
	}

	@Override
	public Lease acquireWhenAvailable(String holder) {
		return this.gate.acquireWhenAvailable(holder);
	}

	@Override
	public void addOpenHook(OpenHook hook) {
		this.addedHooks.add(hook);
	}

	@Override
	public void removeOpenHook(OpenHook hook) {
		this.addedHooks.remove(hook);
	}

	@Override
	public void close() {
		requireOwned();
		this.gate.close(false);
	}

	@Override
	public void forceClose() {
		requireOwned();
		List<String> cutOff = this.gate.close(true);
		if (!cutOff.isEmpty()) {
			this.report.cutOff(cutOff);
		}
	}

	private void requireOwned() {
		if (!this.source.owned()) {
			throw new DatabaseAdoptedException(this.name);
		}
	}

	@Override
	public DatabaseStatus status() {
		OpenSnapshot snapshot = this.gate.snapshot();
		OpenPool pool = snapshot.pool();
		return new DatabaseStatus(state(snapshot), snapshot.server(), snapshot.holders(), snapshot.outage(),
				(pool != null) ? pool.use() : null, this.unconnectedUses.get());
	}

	private DatabaseStatus.State state(OpenSnapshot snapshot) {
		if (snapshot.pool() != null) {
			return DatabaseStatus.State.OPEN;
		}
		if (snapshot.outage() != null) {
			return DatabaseStatus.State.UNAVAILABLE;
		}
		return snapshot.opening() ? DatabaseStatus.State.OPENING : DatabaseStatus.State.CLOSED;
	}

	@Override
	public void ping() throws SQLException {
		try (Connection connection = connectionToAsk(); Statement statement = connection.createStatement()) {
			statement.execute("select 1");
		}
	}

	@Override
	public void ping(Duration limit) throws SQLException {
		try (Connection connection = connectionToAsk()) {
			Ping.ask(connection, limit);
		}
	}

	private Connection connectionToAsk() throws SQLException {
		requireAvailable();
		OpenPool pool = this.gate.snapshot().pool();
		if (pool == null) {
			throw new DatabaseNotOpenException(this.name);
		}
		return pool.committing().getConnection();
	}

	private void requireAvailable() {
		DatabaseStatus.Outage outage = this.gate.snapshot().outage();
		if (outage != null) {
			throw new DatabaseUnavailableException(this.name, outage.since(), outage.cause());
		}
	}

	@Override
	public Dialect dialect() {
		Dialect known = this.gate.snapshot().dialect();
		if (known != null) {
			return known;
		}
		requireAvailable();
		return this.source.owned() ? openPool().answer().dialect() : dialectOfAdopted();
	}

	private Dialect dialectOfAdopted() {
		Dialect known = this.adoptedDialect;
		if (known == null) {
			try (Connection connection = this.dataSource.getConnection()) {
				known = Dialect.from(connection);
				this.adoptedDialect = known;
			}
			catch (SQLException ex) {
				throw this.report.failed(ex);
			}
		}
		return known;
	}

	@Override
	public DataSource dataSource() {
		requireAvailable();
		return this.dataSource;
	}

	@Override
	public JdbcClient jdbcClient() {
		requireAvailable();
		return this.jdbcClient;
	}

	@Override
	public JdbcOperations jdbcOperations() {
		requireAvailable();
		return this.jdbcOperations;
	}

	@Override
	public Connection connection() throws SQLException {
		requireAvailable();
		Connection connection = (this.source.owned() ? openPool().committing() : this.dataSource).getConnection();
		if (!connection.getAutoCommit()) {
			connection.setAutoCommit(true);
		}
		return connection;
	}

	@Override
	public PlatformTransactionManager transactionManager() {
		return this.transactionManager.get();
	}

	@Override
	public <T extends @Nullable Object> T transaction(Supplier<T> work) {
		return inTransaction(TransactionDefinition.PROPAGATION_REQUIRED, work);
	}

	@Override
	public <T extends @Nullable Object> T nested(Supplier<T> work) {
		return inTransaction(TransactionDefinition.PROPAGATION_NESTED, work);
	}

	@SuppressWarnings("NullAway") // the template returns what the work returns, null
									// included
	private <T extends @Nullable Object> T inTransaction(int propagation, Supplier<T> work) {
		requireAvailable();
		if (this.source.owned()) {
			openPool();
		}
		TransactionTemplate template = new TransactionTemplate(transactionManager());
		template.setPropagationBehavior(propagation);
		return template.execute((status) -> work.get());
	}

	/**
	 * The open pool of an owned database; opens it, or refuses, when it is not.
	 */
	private OpenPool openPool() {
		OpenPool pool = this.gate.snapshot().pool();
		if (pool != null) {
			return pool;
		}
		requireAvailable();
		if (this.settings.onUnconnected() == OnUnconnected.FAIL || this.settings.rollback()) {
			throw new DatabaseNotOpenException(this.name);
		}
		if (this.gate.acquireOnce(UNCONNECTED_USE)) {
			this.unconnectedUses.incrementAndGet();
			this.report.usedUnconnected();
		}
		pool = this.gate.snapshot().pool();
		if (pool == null) {
			throw new DatabaseNotOpenException(this.name);
		}
		return pool;
	}

	@Override
	public String toString() {
		return "Database '%s' (%s)".formatted(this.name, state(this.gate.snapshot()));
	}

	/**
	 * The connections of an owned database, however often its pool is opened and closed.
	 */
	private final class OpenedDataSource extends AbstractDataSource {

		@Override
		public Connection getConnection() throws SQLException {
			return openPool().dataSource().getConnection();
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return openPool().dataSource().getConnection(username, password);
		}

		@Override
		public String toString() {
			return "DataSource of " + DefaultDatabase.this;
		}

	}

}
