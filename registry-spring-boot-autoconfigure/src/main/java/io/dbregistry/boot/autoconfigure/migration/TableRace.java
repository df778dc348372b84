package io.dbregistry.boot.autoconfigure.migration;

import java.sql.SQLException;
import java.util.Set;

/**
 * Liquibase makes its tables before it locks them. Of several instances that start on an
 * empty database all but one may find that a table is missing, and then that it is there.
 */
final class TableRace {

	/** The history, the lock, and the row of the lock. */
	static final int MOST = 3;

	/** A table that exists, on PostgreSQL and on the others. */
	private static final Set<String> TABLE_EXISTS = Set.of("42P07", "42S01");

	/** Something that has to be unique. */
	private static final String DUPLICATE = "23";

	private TableRace() {
	}

	/** Whether others have made what could not be made. */
	static boolean isLost(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException ex && ex.getSQLState() != null
					&& (TABLE_EXISTS.contains(ex.getSQLState()) || ex.getSQLState().startsWith(DUPLICATE))) {
				return true;
			}
		}
		return false;
	}

}
