package io.dbregistry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool that somebody else built and closes.
 */
final class AdoptedPool implements ConnectionSource {

	private final DataSource dataSource;

	private final @Nullable HikariDataSource hikari;

	private final @Nullable String schema;

	private AdoptedPool(DataSource dataSource, @Nullable String schema) {
		this.dataSource = dataSource;
		this.hikari = hikari(dataSource);
		this.schema = schema;
	}

	static AdoptedPool of(String name, DataSource dataSource, DatabaseSettings settings) {
		List<String> problems = SettingsCheck.adoptionProblems(name, settings);
		if (!problems.isEmpty()) {
			throw new InvalidSettingsException(problems);
		}
		return new AdoptedPool(dataSource, settings.schema());
	}

	private static @Nullable HikariDataSource hikari(DataSource dataSource) {
		try {
			return dataSource.isWrapperFor(HikariDataSource.class) ? dataSource.unwrap(HikariDataSource.class) : null;
		}
		catch (SQLException | RuntimeException ex) {
			// a pool that cannot say what it is, or not yet, is not Hikari's
			return null;
		}
	}

	@Override
	public @Nullable DatabaseUrl url() {
		String url = (this.hikari != null) ? this.hikari.getJdbcUrl() : null;
		return (url != null) ? new DatabaseUrl(url) : null;
	}

	@Override
	public boolean owned() {
		return false;
	}

	@Override
	public List<String> secrets() {
		return (this.hikari != null)
				? Secrets.of(url(), this.hikari.getPassword(), this.hikari.getDataSourceProperties()) : List.of();
	}

	@Override
	public OpenPool open(Duration limit) throws SQLException {
		DatabaseUrl url = url();
		if (this.hikari == null || url == null || isConnected(this.hikari)) {
			return borrow();
		}
		try (Probe probe = Probe.connect(url, this.hikari.getDriverClassName(), credentials(this.hikari), this.schema,
				limit)) {
			if (probe.answer().dialect().schemasAreCatalogs()) {
				useSchemaAsCatalog(this.hikari);
			}
			return borrow();
		}
	}

	/**
	 * Whoever set the schema of the pool could not know that JDBC calls it a catalog
	 * here. The pool has not been started, so that no connection lacks it.
	 */
	private static void useSchemaAsCatalog(HikariDataSource pool) {
		if (pool.getCatalog() == null) {
			pool.setCatalog(pool.getSchema());
		}
	}

	/** A pool may run in vain: its own time limit would hide the server's reason. */
	private static boolean isConnected(HikariDataSource hikari) {
		DatabaseStatus.Pool use = OwnedPool.useOf(hikari);
		return use != null && use.active() + use.idle() > 0;
	}

	private OpenPool borrow() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			boolean autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(true);
			try {
				Probe.ensureSchema(connection, this.schema);
				return new Open(Probe.ask(connection, this.schema));
			}
			finally {
				connection.setAutoCommit(autoCommit);
			}
		}
	}

	private static Properties credentials(HikariDataSource hikari) {
		Properties credentials = new Properties();
		credentials.putAll(hikari.getDataSourceProperties());
		OwnedPool.putUnlessNull(credentials, "user", hikari.getUsername());
		OwnedPool.putUnlessNull(credentials, "password", hikari.getPassword());
		return credentials;
	}

	/**
	 * The pool after it has answered.
	 */
	private final class Open implements OpenPool {

		private final Probe.Answer answer;

		Open(Probe.Answer answer) {
			this.answer = answer;
		}

		@Override
		public DataSource dataSource() {
			return AdoptedPool.this.dataSource;
		}

		@Override
		public DataSource committing() {
			return AdoptedPool.this.dataSource;
		}

		@Override
		public Probe.Answer answer() {
			return this.answer;
		}

		@Override
		public String description() {
			HikariDataSource pool = AdoptedPool.this.hikari;
			return (pool != null) ? OwnedPool.describe(pool) : AdoptedPool.this.dataSource.getClass().getSimpleName();
		}

		@Override
		public DatabaseStatus.@Nullable Pool use() {
			HikariDataSource pool = AdoptedPool.this.hikari;
			return (pool != null) ? OwnedPool.useOf(pool) : null;
		}

		@Override
		public void close() {
			// its owner does
		}

	}

}
