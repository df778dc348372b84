package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The row by which others who use Liquibase, without the registry, keep each other out. A
 * process that dies leaves it behind.
 */
final class LockRow {

	private final MigrationTask task;

	private final String table;

	LockRow(MigrationTask task) {
		this.task = task;
		this.table = MigrationProduct.of(task.dialect())
			.tableOfLiquibase(task.dialect(), task.historySchema(), task.settings().lockTable());
	}

	/** Who has it, if anybody. */
	Optional<Held> find(Connection connection) throws SQLException {
		return isThere(connection) ? read(connection) : Optional.empty();
	}

	/** Names are patterns to JDBC: tables of schemas with similar names come too. */
	private boolean isThere(Connection connection) throws SQLException {
		boolean catalogs = this.task.dialect().schemasAreCatalogs();
		String history = this.task.historySchema();
		String catalog = catalogs ? either(history, connection.getCatalog()) : null;
		String schema = catalogs ? null : either(history, connection.getSchema());
		String name = MigrationProduct.of(this.task.dialect())
			.stored(this.task.dialect(), this.task.settings().lockTable());
		try (ResultSet tables = connection.getMetaData()
			.getTables(catalog, schema, name, new String[] { "TABLE", "BASE TABLE" })) {
			boolean found = false;
			while (!found && tables.next()) {
				found = name.equalsIgnoreCase(tables.getString("TABLE_NAME"))
						&& (schema == null || schema.equals(tables.getString("TABLE_SCHEM")));
			}
			return found;
		}
	}

	private static @Nullable String either(@Nullable String given, @Nullable String other) {
		return (given != null) ? given : other;
	}

	private Optional<Held> read(Connection connection) throws SQLException {
		String sql = "select LOCKEDBY, LOCKGRANTED from %s where ID = 1 and LOCKED = true".formatted(this.table);
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			return rows.next() ? Optional.of(new Held(rows.getString(1), rows.getTimestamp(2))) : Optional.empty();
		}
	}

	/** Gives it back in the place of a holder, unless somebody else has it by now. */
	void takeOver(Connection connection, Held held) throws SQLException {
		String sql = "update %s set LOCKED = false, LOCKEDBY = null, LOCKGRANTED = null where ID = 1 and (LOCKEDBY = ? or LOCKEDBY is null)"
			.formatted(this.table);
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, held.holder());
			statement.executeUpdate();
		}
	}

	/**
	 * Who has the row.
	 *
	 * @param holder the host, as Liquibase wrote it
	 * @param since when it was taken
	 */
	record Held(@Nullable String holder, @Nullable Timestamp since) {

		Duration age() {
			return (this.since != null) ? Duration.between(this.since.toInstant(), Instant.now()) : Duration.ZERO;
		}

		@Override
		public String toString() {
			return "'%s' for %d s".formatted(this.holder, age().toSeconds());
		}

	}

}
