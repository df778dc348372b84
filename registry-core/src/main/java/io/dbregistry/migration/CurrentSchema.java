package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * The schema of names without one, for as long as a migration takes. On PostgreSQL it
 * comes first in the search path, as Liquibase has it, and what was in the path stays
 * behind it: extensions, for example, are in a schema of their own.
 */
final class CurrentSchema {

	/** The search path of PostgreSQL with a schema in front of it. */
	static final String IN_FRONT = "concat_ws(', ', quote_ident(?), nullif(current_setting('search_path'), ''))";

	private CurrentSchema() {
	}

	/**
	 * Makes a schema the current one.
	 * @param schema the exact name
	 * @return what gives the connection back what it had
	 */
	static Ending use(Connection connection, String schema) throws SQLException {
		boolean catalogs = !connection.getMetaData().supportsSchemasInTableDefinitions();
		String before = catalogs ? connection.getCatalog() : connection.getSchema();
		if (schema.equals(before)) {
			return () -> {
			};
		}
		if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			return useInFront(connection, schema);
		}
		set(connection, schema, catalogs);
		return () -> restore(connection, before, catalogs);
	}

	/** JDBC knows the first schema of the path only. */
	private static Ending useInFront(Connection connection, String schema) throws SQLException {
		String path = MigrationLock.value(connection, "select current_setting('search_path')", String.class).orElse("");
		MigrationLock.value(connection, "select set_config('search_path', %s, false)".formatted(IN_FRONT), String.class,
				schema);
		return () -> MigrationLock.value(connection, "select set_config('search_path', ?, false)", String.class, path);
	}

	private static void restore(Connection connection, @Nullable String before, boolean catalogs) throws SQLException {
		if (before != null) {
			set(connection, before, catalogs);
		}
	}

	private static void set(Connection connection, String schema, boolean catalogs) throws SQLException {
		if (catalogs) {
			connection.setCatalog(schema);
		}
		else {
			connection.setSchema(schema);
		}
	}

}
