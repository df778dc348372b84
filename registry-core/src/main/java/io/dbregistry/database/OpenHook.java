package io.dbregistry.database;

import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Work that is part of opening a database: migrations, reflection. When a hook fails, the
 * hooks before it are undone in reverse order and the database is not opened.
 */
@FunctionalInterface
public interface OpenHook {

	/**
	 * Runs after the server has answered, before anybody else uses the database.
	 * @param dataSource connections of the database that is being opened
	 * @throws SQLException if the work fails, which fails the opening
	 */
	void opened(DataSource dataSource) throws SQLException;

	/**
	 * Takes back what {@link #opened} did, because a later hook failed.
	 */
	default void undo() {
	}

}
