package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.List;

import io.dbregistry.database.Database;

/**
 * A schema of one database on its way out.
 */
final class OldSchema {

	private static final int SHOWN = 10;

	private final Database database;

	private final String name;

	private final SchemaRemoval removal;

	private boolean missing;

	OldSchema(Database database, String name, SchemaRemoval removal) {
		this.database = database;
		this.name = name;
		this.removal = removal;
	}

	Database database() {
		return this.database;
	}

	/**
	 * Whether there is one of that name. Fails when it is not empty and has to be.
	 */
	boolean exists() {
		this.database.dialect().requireSchemas(this.name);
		this.database.dialect().quoteSchema(this.name);
		DdlSession.run(this.database, task(), (session) -> {
			this.missing = !session.schemas().contains(this.name);
			if (!this.removal.cascades()) {
				requireEmpty(session, this.name);
			}
		});
		return !this.missing;
	}

	void drop() {
		DdlSession.run(this.database, task(), (session) -> {
			if (this.missing) {
				session.advise("correct the name, or pass over what is missing with drop.ifExists()");
			}
			if (!this.removal.cascades()) {
				// the product may not care
				requireEmpty(session, this.name);
			}
			try {
				session.executeAll(session.dropSchema(this.name, this.removal.cascades()));
			}
			catch (SQLException ex) {
				// another instance may have been faster
				if (!this.removal.passesOverMissing() || session.schemas().contains(this.name)) {
					throw ex;
				}
			}
		});
	}

	private String task() {
		return "Dropping schema '%s' of".formatted(this.name);
	}

	/** Fails unless nothing is in a schema. */
	static void requireEmpty(DdlSession session, String schema) throws SQLException {
		List<String> contents = session.contents(schema);
		if (!contents.isEmpty()) {
			String shown = String.join("', '", contents.subList(0, Math.min(SHOWN, contents.size())));
			String more = (contents.size() > SHOWN) ? " and %d more".formatted(contents.size() - SHOWN) : "";
			throw new SchemaException(session.database().name(),
					"Schema '%s' of database '%s' is not empty: it has '%s'%s; drop that first, or ask for drop.cascade()"
						.formatted(schema, session.database().name(), shown, more),
					null);
		}
	}

}
