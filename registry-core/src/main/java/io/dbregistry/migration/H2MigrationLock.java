package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import javax.sql.DataSource;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A row that a second connection holds: every change of a table ends the transaction of
 * the first. The pool has to have two connections.
 */
final class H2MigrationLock implements MigrationLock {

	private final DataSource source;

	private final String schema;

	private final String table;

	private @Nullable Connection holding;

	H2MigrationLock(Dialect dialect, DataSource source, String schema, @Nullable String home) {
		this.source = source;
		this.schema = schema;
		this.table = dialect.quote(new QualifiedName(home, "registry_migration_lock"));
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		makeRow(connection);
		Connection second = this.source.getConnection();
		try (Ending last = () -> endUnless(this.holding == second, second)) {
			second.setAutoCommit(false);
			this.holding = holdsRow(second) ? second : null;
		}
		return this.holding != null;
	}

	private void makeRow(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement
				.execute("create table if not exists %s (schema_name varchar(255) primary key)".formatted(this.table));
		}
		if (find(connection, "").isEmpty()) {
			try {
				execute(connection, "insert into %s values (?)");
			}
			catch (SQLException ex) {
				// another instance may have been faster
				if (find(connection, "").isEmpty()) {
					throw ex;
				}
			}
		}
	}

	private boolean holdsRow(Connection second) throws SQLException {
		return find(second, " for update skip locked").isPresent();
	}

	private Optional<String> find(Connection connection, String locking) throws SQLException {
		return MigrationLock.value(connection,
				"select schema_name from %s where schema_name = ?".formatted(this.table) + locking, String.class,
				this.schema);
	}

	private void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.prepareStatement(sql.formatted(this.table))) {
			statement.setString(1, this.schema);
			statement.executeUpdate();
		}
	}

	@Override
	public void release(Connection connection) throws SQLException {
		Connection second = this.holding;
		this.holding = null;
		if (second != null) {
			end(second);
		}
	}

	private static void endUnless(boolean held, Connection second) throws SQLException {
		if (!held) {
			end(second);
		}
	}

	private static void end(Connection second) throws SQLException {
		try (second) {
			Ending.undo(second);
		}
	}

	@Override
	public Optional<String> findHolder(Connection connection) throws SQLException {
		return MigrationLock.value(connection,
				"select 'session ' || max(session_id) || ' since ' || max(session_start) from information_schema.sessions "
						+ "where session_id <> session_id() and contains_uncommitted",
				String.class);
	}

}
