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
 * changelogs that names none. On PostgreSQL the search path that the connection had stays
 * behind it. A connection goes back with what it had: not every pool resets it.
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
			return restoring(connection, CurrentSchema.use(connection, this.schema));
		}
		catch (SQLException | RuntimeException ex) {
			try (connection) {
				throw ex;
			}
		}
	}

	private static Connection restoring(Connection connection, Ending restoration) {
		return (Connection) Proxy.newProxyInstance(SchemaDataSource.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("close") && !connection.isClosed()) {
						try (connection) {
							restore(connection, restoration);
						}
						return null;
					}
					return invoke(() -> method.invoke(connection, arguments));
				});
	}

	/** In a transaction it would be undone when the connection goes back to its pool. */
	private static void restore(Connection connection, Ending restoration) throws SQLException {
		if (!connection.getAutoCommit()) {
			Ending.undo(connection);
		}
		restoration.close();
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
	 * A call by reflection.
	 */
	@FunctionalInterface
	private interface Call {

		@Nullable Object run() throws ReflectiveOperationException;

	}

}
