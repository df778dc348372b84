package io.dbregistry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import org.jspecify.annotations.Nullable;

/**
 * A HikariCP pool that a database makes when it is opened and closes when nobody holds it
 * any more.
 */
final class OwnedPool implements ConnectionSource {

	private final String name;

	private final DatabaseUrl url;

	private final DatabaseSettings settings;

	private OwnedPool(String name, DatabaseUrl url, DatabaseSettings settings) {
		this.name = name;
		this.url = url;
		this.settings = settings;
	}

	static OwnedPool create(String name, String url, DatabaseSettings settings) {
		List<String> problems = new ArrayList<>(SettingsCheck.problems(name, settings));
		DatabaseUrl databaseUrl = new DatabaseUrl(url);
		if (databaseUrl.subprotocol().isEmpty()) {
			problems.add("Database '%s' has the URL '%s', which is no JDBC URL; write jdbc:<product>:…".formatted(name,
					databaseUrl));
		}
		if (settings.transactionManager() != null) {
			problems.add(("Database '%s' has a pool of its own and so a transaction manager of its own; "
					+ "give one only with a DataSource")
				.formatted(name));
		}
		OwnedPool pool = new OwnedPool(name, databaseUrl, settings);
		if (problems.isEmpty()) {
			problems.addAll(pool.poolProblems());
		}
		if (!problems.isEmpty()) {
			throw new InvalidSettingsException(problems);
		}
		return pool;
	}

	/** Pool options are code: the pool itself says which make no sense. */
	private List<String> poolProblems() {
		try {
			HikariConfig configuration = configuration();
			return (this.settings.rollback() && configuration.getMaximumPoolSize() == 1) ? List
				.of("Database '%s' is in rollback mode, which keeps a connection for itself; give its pool at least 2"
					.formatted(this.name)) : List.of();
		}
		catch (RuntimeException ex) {
			return List.of("Database '%s' has a pool option that makes no sense: %s".formatted(this.name,
					Secrets.scrub(String.valueOf(ex.getMessage()),
							Secrets.of(this.url, this.settings.password(), new Properties()))));
		}
	}

	@Override
	public DatabaseUrl url() {
		return this.url;
	}

	@Override
	public boolean owned() {
		return true;
	}

	@Override
	public List<String> secrets() {
		HikariConfig configuration = configuration();
		return Secrets.of(this.url, configuration.getPassword(), configuration.getDataSourceProperties());
	}

	@Override
	public OpenPool open(Duration limit) throws SQLException {
		try (Probe probe = Probe.connect(this.url, this.settings.driverClassName(), credentials(),
				this.settings.schema(), limit)) {
			return open(probe.answer());
		}
	}

	private OpenPool open(Probe.Answer answer) throws SQLException {
		HikariConfig configuration = configuration();
		if (answer.dialect().schemasAreCatalogs()) {
			configuration.setCatalog(configuration.getSchema());
			configuration.setSchema(null);
		}
		Properties properties = configuration.getDataSourceProperties();
		answer.dialect().driverProperties().forEach(properties::putIfAbsent);
		HikariDataSource pool;
		try {
			pool = new HikariDataSource(configuration);
		}
		catch (PoolInitializationException ex) {
			throw (ex.getCause() instanceof SQLException cause) ? cause : new SQLException(ex);
		}
		try {
			return new Open(pool);
		}
		catch (Throwable ex) {
			pool.close();
			throw ex;
		}
	}

	private Properties credentials() {
		HikariConfig configuration = configuration();
		Properties credentials = new Properties();
		credentials.putAll(configuration.getDataSourceProperties());
		putUnlessNull(credentials, "user", configuration.getUsername());
		putUnlessNull(credentials, "password", configuration.getPassword());
		return credentials;
	}

	static void putUnlessNull(Properties properties, String key, @Nullable String value) {
		if (value != null) {
			properties.put(key, value);
		}
	}

	private HikariConfig configuration() {
		HikariConfig configuration = new HikariConfig();
		configuration.setPoolName("registry-" + this.name);
		configuration.setJdbcUrl(this.url.value());
		configuration.setUsername(this.settings.username());
		configuration.setPassword(this.settings.password());
		if (this.settings.driverClassName() != null) {
			configuration.setDriverClassName(this.settings.driverClassName());
		}
		configuration.setSchema(this.settings.schema());
		configuration.setMinimumIdle(1);
		for (Consumer<HikariConfig> options : this.settings.pool()) {
			options.accept(configuration);
		}
		return configuration;
	}

	/**
	 * The pool while it is open.
	 */
	private final class Open implements OpenPool {

		private final HikariDataSource pool;

		private final Probe.Answer answer;

		private final @Nullable RollbackDataSource rollback;

		Open(HikariDataSource pool) throws SQLException {
			this.pool = pool;
			try (Connection connection = pool.getConnection()) {
				this.answer = Probe.ask(connection, OwnedPool.this.settings.schema());
			}
			this.rollback = OwnedPool.this.settings.rollback()
					? new RollbackDataSource(pool.getConnection(), this.answer.dialect().failureEndsTransaction())
					: null;
		}

		@Override
		public DataSource dataSource() {
			return (this.rollback != null) ? this.rollback : this.pool;
		}

		@Override
		public DataSource committing() {
			return this.pool;
		}

		@Override
		public Probe.Answer answer() {
			return this.answer;
		}

		@Override
		public String description() {
			return describe(this.pool);
		}

		@Override
		public DatabaseStatus.@Nullable Pool use() {
			return useOf(this.pool);
		}

		@Override
		public void close() throws SQLException {
			try (this.pool) {
				if (this.rollback != null) {
					this.rollback.close();
				}
			}
		}

	}

	static String describe(HikariDataSource pool) {
		return "%s (at most %d connections)".formatted(pool.getPoolName(), pool.getMaximumPoolSize());
	}

	static DatabaseStatus.@Nullable Pool useOf(HikariDataSource pool) {
		HikariPoolMXBean numbers = pool.isRunning() ? pool.getHikariPoolMXBean() : null;
		return (numbers != null) ? new DatabaseStatus.Pool(numbers.getActiveConnections(), numbers.getIdleConnections(),
				numbers.getThreadsAwaitingConnection(), pool.getMaximumPoolSize()) : null;
	}

}
