package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;

import io.dbregistry.database.Database;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections outside of all transactions, and of rollback mode.
 */
final class RealConnections extends AbstractDataSource {

	private final Database database;

	RealConnections(Database database) {
		this.database = database;
	}

	/** The schema of the table with the states. */
	@Nullable String home(MigrationAction action) {
		if (this.database.schema() != null) {
			return this.database.schema();
		}
		try (Connection connection = getConnection()) {
			return this.database.dialect().findCurrentSchema(connection).orElse(null);
		}
		catch (SQLException ex) {
			throw new MigrationException(MigrationPlace.of(this.database.name(), action), null,
					"%s; see that the database answers, then try again".formatted(ex.getMessage()), ex);
		}
	}

	@Override
	public Connection getConnection() throws SQLException {
		return this.database.connection();
	}

	@Override
	public boolean isWrapperFor(Class<?> type) throws SQLException {
		return super.isWrapperFor(type) || this.database.dataSource().isWrapperFor(type);
	}

	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		return super.isWrapperFor(type) ? super.unwrap(type) : this.database.dataSource().unwrap(type);
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return getConnection();
	}

}
