package io.dbregistry.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Properties;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.UnsupportedNameException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.ClassUtils;

/**
 * The first connection to a database, before there is a pool: a plain driver connection
 * with the driver's own time limits.
 * <p>
 * A pool would hide the driver's reason behind its own time limit, and its login timeout
 * is a static of the whole JVM.
 */
final class Probe implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Database.class);

	private final Connection connection;

	private final Answer answer;

	private Probe(Connection connection, Answer answer) {
		this.connection = connection;
		this.answer = answer;
	}

	/**
	 * Connects and makes sure that the schema is there. Close it when the pool is up and
	 * not before: an in-memory database may end with its last connection.
	 */
	static Probe connect(DatabaseUrl url, @Nullable String driverClassName, Properties properties,
			@Nullable String schema, Duration limit) throws SQLException {
		Driver driver = driver(url, driverClassName);
		Properties limited = new Properties();
		limited.putAll(properties);
		addTimeouts(driver, limited, limit);
		Connection connection = driver.connect(url.value(), limited);
		if (connection == null) {
			throw new NoDriverException("driver %s does not take this URL".formatted(driver.getClass().getName()),
					null);
		}
		try {
			ensureSchema(connection, schema);
			return new Probe(connection, ask(connection, schema));
		}
		catch (Throwable ex) {
			closeAfter(ex, connection);
			throw ex;
		}
	}

	private static void closeAfter(Throwable failure, Connection connection) {
		try {
			connection.close();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	Answer answer() {
		return this.answer;
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

	/**
	 * Asks a live connection who answers.
	 */
	static Answer ask(Connection connection, @Nullable String schema) throws SQLException {
		Dialect dialect = Dialect.from(connection);
		try (Statement statement = connection.createStatement()) {
			statement.execute("select 1");
		}
		DatabaseMetaData metaData = connection.getMetaData();
		String current = dialect.findCurrentSchema(connection).orElse(null);
		return new Answer(dialect, metaData.getDatabaseProductVersion(), (schema != null) ? schema : current);
	}

	/**
	 * Creates the schema when it is missing, for real.
	 */
	static void ensureSchema(Connection connection, @Nullable String schema) throws SQLException {
		if (schema == null) {
			return;
		}
		Dialect dialect = Dialect.from(connection);
		if (!dialect.hasSchemas()) {
			throw new SQLException("%s has no schemas: schema '%s' cannot be used; remove the setting"
				.formatted(dialect.product(), schema), "0A000");
		}
		if (dialect.schemas(connection).contains(schema)) {
			return;
		}
		try (Statement statement = connection.createStatement()) {
			statement.execute(dialect.createSchema(schema));
			logger.info("Created schema '{}', which was missing", schema);
		}
		catch (UnsupportedNameException ex) {
			throw new SQLException(ex.getMessage(), "42602", ex);
		}
		catch (SQLException ex) {
			// another instance may have been faster
			if (!dialect.schemas(connection).contains(schema)) {
				throw ex;
			}
		}
	}

	private static Driver driver(DatabaseUrl url, @Nullable String driverClassName) throws SQLException {
		if (driverClassName != null) {
			try {
				return (Driver) ClassUtils.forName(driverClassName, null).getDeclaredConstructor().newInstance();
			}
			catch (ReflectiveOperationException | ClassCastException | LinkageError ex) {
				throw new NoDriverException("driver class '%s' cannot be used".formatted(driverClassName), ex);
			}
		}
		for (Enumeration<Driver> drivers = DriverManager.getDrivers(); drivers.hasMoreElements();) {
			Driver driver = drivers.nextElement();
			if (driver.acceptsURL(url.value())) {
				return driver;
			}
		}
		throw new NoDriverException("no driver on the class path takes it", null);
	}

	/**
	 * The limits under the names that each driver has for them; what the user has set
	 * stays.
	 */
	private static void addTimeouts(Driver driver, Properties properties, Duration limit) {
		String seconds = String.valueOf(Math.max(1, (limit.toMillis() + 999) / 1000));
		String millis = String.valueOf(Math.max(1, limit.toMillis()));
		switch (driver.getClass().getName()) {
			case "org.postgresql.Driver" -> {
				properties.putIfAbsent("connectTimeout", seconds);
				properties.putIfAbsent("socketTimeout", seconds);
			}
			case "org.mariadb.jdbc.Driver", "com.mysql.cj.jdbc.Driver" -> {
				properties.putIfAbsent("connectTimeout", millis);
				properties.putIfAbsent("socketTimeout", millis);
			}
			default -> {
				// in process, or left to the caller's own deadline
			}
		}
	}

	/**
	 * Who answered.
	 *
	 * @param dialect the dialect of the product
	 * @param version the product's version
	 * @param schema the schema of unqualified names, or {@code null}
	 */
	record Answer(Dialect dialect, String version, @Nullable String schema) {
	}

	/**
	 * No driver can be had: a mistake of configuration, not of the server.
	 */
	static final class NoDriverException extends SQLException {

		NoDriverException(String reason, @Nullable Throwable cause) {
			super(reason, "08001", cause);
		}

	}

}
