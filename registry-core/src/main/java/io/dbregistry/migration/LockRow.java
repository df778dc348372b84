package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

import io.dbregistry.dialect.Dialect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The row by which others who use Liquibase, without the registry, keep each other out. A
 * process that dies leaves it behind.
 */
final class LockRow {

	/** What people can do about it. */
	static final String NEXT_STEP = "wait for that process, or if it is dead, take its lock over by takeOverLock(), "
			+ "by the option registry.migrations.take-over-lock of a command, or at a start by registry.migrations.take-over-lock-after";

	private static final Logger logger = LoggerFactory.getLogger(LockRow.class);

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
		String sql = "select %s from %s where ID = 1".formatted(columns(this.task.dialect()), this.table);
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			return rows.next() ? held(rows) : Optional.empty();
		}
	}

	/**
	 * The columns that {@link #held} reads; the server tells the age by its own clock.
	 */
	static String columns(Dialect dialect) {
		return "LOCKED, LOCKEDBY, LOCKGRANTED, %s as SECONDS"
			.formatted(MigrationProduct.of(dialect).secondsSince("LOCKGRANTED"));
	}

	/** Who has the row of a result, if anybody. */
	static Optional<Held> held(ResultSet row) throws SQLException {
		return row.getBoolean("LOCKED") ? Optional.of(new Held(row.getString("LOCKEDBY"), row.getObject("LOCKGRANTED"),
				Duration.ofSeconds(Math.max(0, row.getLong("SECONDS"))))) : Optional.empty();
	}

	/**
	 * Gives the lock back in the place of a holder if that is allowed, unless somebody
	 * else has it by now, or the same one has taken it again.
	 * @return whether it was given back
	 */
	boolean tryTakeOver(Connection connection, Held held) throws SQLException {
		Duration limit = this.task.settings().takeOverLockAfter();
		if (!this.task.options().takesOver() && (limit == null || held.age().compareTo(limit) < 0)) {
			return false;
		}
		boolean taken = takeOver(connection, held);
		if (taken) {
			logger.warn("Lock '{}' of {} is taken over from {}", this.task.settings().lockTable(), this.task.place(),
					held);
		}
		return taken;
	}

	private boolean takeOver(Connection connection, Held held) throws SQLException {
		String sql = "update %s set LOCKED = ?, LOCKEDBY = null, LOCKGRANTED = null where ID = 1 and LOCKED = ? and %s and %s"
			.formatted(this.table, (held.holder() != null) ? "LOCKEDBY = ?" : "LOCKEDBY is null",
					(held.since() != null) ? "LOCKGRANTED = ?" : "LOCKGRANTED is null");
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			int index = 1;
			statement.setBoolean(index++, false);
			statement.setBoolean(index++, true);
			if (held.holder() != null) {
				statement.setString(index++, held.holder());
			}
			if (held.since() != null) {
				statement.setObject(index, held.since());
			}
			return statement.executeUpdate() == 1;
		}
	}

	/**
	 * Who has the row.
	 *
	 * @param holder the host, as Liquibase wrote it
	 * @param since when it was taken, as the column has it
	 * @param age for how long it is held, by the clock of the server
	 */
	record Held(@Nullable String holder, @Nullable Object since, Duration age) {

		@Override
		public String toString() {
			return "'%s' for %s".formatted(this.holder, LockWait.describe(this.age));
		}

	}

}
