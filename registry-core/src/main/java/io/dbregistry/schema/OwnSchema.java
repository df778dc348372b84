package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * The schema of names without one: that of their database, else the one that is current
 * on the connection. There is none where the product has no schemas.
 */
final class OwnSchema {

	private OwnSchema() {
	}

	/**
	 * Finds it, on a connection of its own if need be.
	 * @param task what is done to the database, for the report
	 * @throws SchemaException if the database does not answer
	 */
	static Optional<String> find(Database database, String task) {
		return (database.schema() != null) ? Optional.of(database.schema())
				: DdlSession.ask(database, task, (connection) -> find(database, connection));
	}

	static Optional<String> find(Database database, Connection connection) throws SQLException {
		return find(database.schema(), database.dialect(), connection);
	}

	/**
	 * Finds it.
	 * @param schema the schema of the database
	 */
	static Optional<String> find(@Nullable String schema, Dialect dialect, Connection connection) throws SQLException {
		return (schema != null) ? Optional.of(schema) : dialect.findCurrentSchema(connection);
	}

}
