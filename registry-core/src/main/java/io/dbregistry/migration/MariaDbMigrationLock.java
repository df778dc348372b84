package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A named lock of the server.
 */
final class MariaDbMigrationLock implements MigrationLock {

	private final String name;

	MariaDbMigrationLock(String name) {
		this.name = name;
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		return MigrationLock.value(connection, "select get_lock(?, 0)", Integer.class, this.name).orElse(0) == 1;
	}

	@Override
	public void release(Connection connection) throws SQLException {
		MigrationLock.value(connection, "select release_lock(?)", Integer.class, this.name);
	}

	@Override
	public Optional<String> findHolder(Connection connection) throws SQLException {
		return MigrationLock.value(connection, "select is_used_lock(?)", Long.class, this.name)
			.map((id) -> "connection " + id);
	}

}
