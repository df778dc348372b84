package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An advisory lock of the session. While it is held, the server looks every second
 * whether the client is still there, if it can: a statement whose client is dead would
 * hold the lock until it ends.
 */
final class PostgreSqlMigrationLock implements MigrationLock {

	private static final Logger logger = LoggerFactory.getLogger(PostgreSqlMigrationLock.class);

	private static final String WATCH = "select set_config(name, %s, false) from pg_settings where name = 'client_connection_check_interval'";

	private final long key;

	PostgreSqlMigrationLock(long key) {
		this.key = key;
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		boolean held = MigrationLock.value(connection, "select pg_try_advisory_lock(?)", Boolean.class, this.key)
			.orElse(false);
		if (held) {
			watch(connection, "'1s'");
		}
		return held;
	}

	/** Servers on some systems, such as Windows, have the setting and refuse it. */
	private static void watch(Connection connection, String interval) {
		try {
			MigrationLock.value(connection, WATCH.formatted(interval), String.class);
		}
		catch (SQLException ex) {
			logger.debug("Clients that die are not noticed at once: {}", ex.getMessage());
		}
	}

	@Override
	public void release(Connection connection) throws SQLException {
		watch(connection, "reset_val");
		if (!MigrationLock.value(connection, "select pg_advisory_unlock(?)", Boolean.class, this.key).orElse(false)) {
			logger
				.warn("The lock of a migration was lost while it ran: let migrations reach the server without a pooler "
						+ "that shares sessions, or another instance may migrate at the same time");
		}
	}

	@Override
	public Optional<String> findHolder(Connection connection) throws SQLException {
		String sql = "select concat('process ', l.pid, ' of ''', a.usename, ''' from ', a.client_addr, ' since ', a.backend_start)"
				+ " from pg_locks l join pg_stat_activity a on a.pid = l.pid where l.locktype = 'advisory' and l.granted"
				+ " and l.database = (select oid from pg_database where datname = current_database())"
				+ " and l.classid::bigint = ? and l.objid::bigint = ? and l.objsubid = 1";
		return MigrationLock.value(connection, sql, String.class, this.key >>> 32, this.key & 0xFFFFFFFFL);
	}

}
