package io.dbregistry.migration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections whose schema is set, or the catalog where JDBC calls it that, for SQL in
 * changelogs that names none. A connection goes back with what it had: not every pool
 * resets it.
 */
public final class SchemaDataSource extends DelegatingDataSource {

	private final String schema;

	/**
	 * Binds connections to a schema.
	 * @param dataSource the connections
	 * @param schema the exact name of the schema
	 */
	public SchemaDataSource(DataSource dataSource, String schema) {
		super(dataSource);
		this.schema = schema;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		try {
			boolean catalogs = !connection.getMetaData().supportsSchemasInTableDefinitions();
			String before = catalogs ? connection.getCatalog() : connection.getSchema();
			if (this.schema.equals(before)) {
				return connection;
			}
			Restoration restoration = restoration(connection, before, catalogs);
			use(connection, this.schema, catalogs);
			return restoring(connection, restoration);
		}
		catch (SQLException | RuntimeException ex) {
			connection.close();
			throw ex;
		}
	}

	private static void use(Connection connection, String schema, boolean catalogs) throws SQLException {
		if (catalogs) {
			connection.setCatalog(schema);
		}
		else {
			connection.setSchema(schema);
		}
	}

	/** PostgreSQL has a path of schemas, of which JDBC knows the first. */
	private static Restoration restoration(Connection connection, @Nullable String before, boolean catalogs)
			throws SQLException {
		if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			String path = MigrationLock.value(connection, "select current_setting('search_path')", String.class)
				.orElse("");
			return () -> MigrationLock.value(connection, "select set_config('search_path', ?, false)", String.class,
					path);
		}
		return () -> {
			if (before != null) {
				use(connection, before, catalogs);
			}
		};
	}

	private static Connection restoring(Connection connection, Restoration restoration) {
		return (Connection) Proxy.newProxyInstance(SchemaDataSource.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("close") && !connection.isClosed()) {
						try (connection) {
							restoration.restore();
						}
						return null;
					}
					return invoke(() -> method.invoke(connection, arguments));
				});
	}

	private static @Nullable Object invoke(Call call) throws Throwable {
		try {
			return call.run();
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/**
	 * Gives a connection back what it had.
	 */
	@FunctionalInterface
	private interface Restoration {

		void restore() throws SQLException;

	}

	/**
	 * A call by reflection.
	 */
	@FunctionalInterface
	private interface Call {

		@Nullable Object run() throws ReflectiveOperationException;

	}

}
