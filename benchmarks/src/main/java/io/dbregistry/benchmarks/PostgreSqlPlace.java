package io.dbregistry.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: a server of the user's, or an embedded one. Databases are named
 * {@code registry_benchmark_…} and dropped again.
 */
final class PostgreSqlPlace implements Place {

	private static final String PREFIX = "registry_benchmark_" + ProcessHandle.current().pid() + "_";

	private final @Nullable EmbeddedPostgres embedded;

	private final URI server;

	private final RoundTrips roundTrips;

	private final String product;

	private int databases;

	private boolean counting;

	private @Nullable HikariDataSource pool;

	/** A pool for the same database, through the proxy. */
	private @Nullable HikariDataSource counted;

	/**
	 * Connects to a server.
	 * @param url the JDBC URL of one, with a user who may create databases, or
	 * {@code null} for an embedded one
	 */
	PostgreSqlPlace(@Nullable String url) throws IOException, SQLException {
		EmbeddedPostgres started = (url != null) ? null : EmbeddedPostgres.start();
		this.embedded = started;
		String known = (started != null) ? started.getJdbcUrl("postgres", "postgres") : Objects.requireNonNull(url);
		this.server = URI.create(known.replaceFirst("^jdbc:", ""));
		if (!"postgresql".equals(this.server.getScheme()) || this.server.getHost() == null) {
			throw new IllegalArgumentException("'%s' is no URL of PostgreSQL; %s".formatted(known, Options.USAGE));
		}
		this.roundTrips = new RoundTrips(new InetSocketAddress(this.server.getHost(), port()));
		try (Connection connection = administrate()) {
			this.product = "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
		}
	}

	private int port() {
		return (this.server.getPort() < 0) ? 5432 : this.server.getPort();
	}

	private Connection administrate() throws SQLException {
		return DriverManager.getConnection("jdbc:" + this.server);
	}

	/** The URL of the database of now. */
	private String url(String host, int port) {
		String parameters = (this.server.getRawQuery() != null) ? "?" + this.server.getRawQuery() : "";
		return "jdbc:postgresql://%s:%d/%s%s".formatted(host, port, PREFIX + this.databases, parameters);
	}

	@Override
	public String product() {
		return this.product;
	}

	@Override
	public DataSource dataSource() throws SQLException {
		if (this.pool == null) {
			return fresh();
		}
		if (!this.counting) {
			return this.pool;
		}
		if (this.counted == null) {
			this.counted = Pools.open(url("127.0.0.1", this.roundTrips.port()));
		}
		return this.counted;
	}

	@Override
	public DataSource fresh() throws SQLException {
		drop();
		this.databases++;
		administrate("create database " + PREFIX + this.databases);
		this.pool = Pools.open(url(this.server.getHost(), port()));
		return dataSource();
	}

	private void drop() throws SQLException {
		if (this.counted != null) {
			this.counted.close();
			this.counted = null;
		}
		if (this.pool != null) {
			this.pool.close();
			this.pool = null;
			administrate("drop database " + PREFIX + this.databases);
		}
	}

	private void administrate(String sql) throws SQLException {
		try (Connection connection = administrate(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	@Override
	public void countRoundTrips(boolean wanted) {
		this.counting = wanted;
	}

	@Override
	public Long roundTrips() {
		return this.roundTrips.count();
	}

	@Override
	public void close() throws IOException, SQLException {
		drop();
		this.roundTrips.close();
		if (this.embedded != null) {
			this.embedded.close();
		}
	}

}
