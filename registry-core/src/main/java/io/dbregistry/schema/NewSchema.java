package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.Ddl;
import io.dbregistry.metadata.Table;

/**
 * A schema of one database while it is made, with tables in it.
 */
final class NewSchema {

	private final Database database;

	private final String name;

	private final List<Table> tables;

	private List<String> newSchemas = List.of();

	private List<Table> newTables = List.of();

	/**
	 * Begins a schema.
	 * @param tables the tables of the models that belong into it
	 */
	NewSchema(Database database, String name, List<Table> tables) {
		this.database = database;
		this.name = name;
		this.tables = tables.stream().map((table) -> table.withDefaultSchema(name)).toList();
	}

	Database database() {
		return this.database;
	}

	/**
	 * Whether there is one of that name. Fails when there cannot be one, or one of the
	 * tables.
	 */
	boolean exists() {
		this.database.dialect().createSchema(this.name);
		this.database.dialect().ddl().createTables(this.tables);
		List<String> schemas = new ArrayList<>();
		DdlSession.run(this.database, "Reading the schemas of", (session) -> schemas.addAll(session.schemas()));
		return schemas.contains(this.name);
	}

	/**
	 * Makes what is missing.
	 * @param takesExisting {@code false} to fail when the schema exists
	 */
	void make(boolean takesExisting) {
		DdlSession.run(this.database, "Creating schema '%s' in".formatted(this.name), (session) -> {
			if (takesExisting) {
				complete(session);
			}
			else if (this.database.dialect().ddl().isTransactional()) {
				makeTogether(session);
			}
			else {
				session.execute(this.database.dialect().createSchema(this.name));
				this.newSchemas = List.of(this.name);
				complete(session);
			}
		});
	}

	private void makeTogether(DdlSession session) throws SQLException {
		List<String> statements = new ArrayList<>();
		statements.add(this.database.dialect().createSchema(this.name));
		this.database.dialect().ddl().createTables(this.tables).stream().map(Ddl.Step::sql).forEach(statements::add);
		session.executeAll(statements);
		this.newSchemas = List.of(this.name);
		this.newTables = this.tables;
	}

	private void complete(DdlSession session) throws SQLException {
		TableCreation creation = new TableCreation(session, Set.of(this.name), this.tables);
		try {
			creation.run();
		}
		finally {
			if (!creation.newSchemas().isEmpty()) {
				this.newSchemas = creation.newSchemas();
			}
			this.newTables = creation.newTables();
		}
	}

	/** Drops what was made here, and nothing else. */
	void undo() {
		if (this.newSchemas.isEmpty() && this.newTables.isEmpty()) {
			return;
		}
		DdlSession.run(this.database, "Undoing the creation of schema '%s' in".formatted(this.name), (session) -> {
			session.executeAll(this.database.dialect().ddl().dropTables(this.newTables));
			if (!this.newSchemas.isEmpty()) {
				OldSchema.requireEmpty(session, this.name);
				session.executeAll(session.dropSchema(this.name, false));
			}
		});
	}

}
