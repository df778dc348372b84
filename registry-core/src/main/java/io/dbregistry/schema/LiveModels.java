package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.OpenHook;
import io.dbregistry.metadata.Note;
import io.dbregistry.model.Models;

/**
 * The models that depend on what databases have.
 */
final class LiveModels {

	private final Databases databases;

	private final Models models;

	LiveModels(Databases databases, Models models) {
		this.databases = databases;
		this.models = models;
	}

	/** What is done when a database is opened. */
	OpenHook hook(String name) {
		Database database = this.databases.get(name);
		return (dataSource) -> {
			try (Connection connection = dataSource.getConnection()) {
				reflect(name, database, connection);
			}
		};
	}

	List<Note> reflect(String name) {
		Database database = this.databases.get(name);
		try (Connection connection = database.connection()) {
			return reflect(name, database, connection);
		}
		catch (SQLException ex) {
			throw DdlSession.failure(database, "Reading the tables of", null, ex);
		}
	}

	private List<Note> reflect(String name, Database database, Connection connection) throws SQLException {
		return new ReflectedCheck(name, this.models, new LiveReader(connection, database.schema())).reflect();
	}

}
