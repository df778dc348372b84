package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.Ddl;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * A schema of one database while it is made, with tables in it.
 */
final class NewSchema {

	private final Database database;

	private final String name;

	private final List<Table> tables;

	private final List<KeySequence> sequences;

	/** What makes the tables; {@code null} until it is needed. */
	private @Nullable List<Ddl.Step> steps;

	private boolean known;

	private boolean wasEmpty;

	private List<String> newSchemas = List.of();

	private List<Table> newTables = List.of();

	private List<QualifiedName> newSequences = List.of();

	/**
	 * Begins a schema.
	 * @param tables the tables of the models that belong into it
	 * @param sequences the sequences of their keys
	 */
	NewSchema(Database database, String name, List<Table> tables, List<KeySequence> sequences) {
		this.database = database;
		this.name = name;
		this.sequences = sequences.stream().map((sequence) -> sequence.withDefaultSchema(name)).toList();
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
		steps();
		this.sequences.forEach((sequence) -> this.database.dialect().requireSequences(sequence.user()));
		List<String> schemas = new ArrayList<>();
		DdlSession.run(this.database, "Reading the schemas of", (session) -> schemas.addAll(session.schemas()));
		this.known = schemas.contains(this.name);
		return this.known;
	}

	/**
	 * Makes what is missing.
	 * @param takesExisting {@code false} to fail when the schema exists
	 */
	void make(boolean takesExisting) {
		DdlSession.run(this.database, "Creating schema '%s' in".formatted(this.name), (session) -> {
			if (this.known && !takesExisting) {
				session.advise("choose another name, or take what is there with create.ifNotExists()");
			}
			if (takesExisting) {
				this.wasEmpty = this.known && session.contents(this.name).isEmpty();
				complete(session);
			}
			else if (isOneTransaction()) {
				makeTogether(session);
			}
			else {
				session.execute(this.database.dialect().createSchema(this.name));
				this.newSchemas = List.of(this.name);
				complete(session);
			}
		});
	}

	/** Whether the schema has all the tables, and nothing that was there before. */
	boolean isNew() {
		return (this.wasEmpty || this.newSchemas.contains(this.name)) && !this.tables.isEmpty()
				&& this.newTables.containsAll(this.tables);
	}

	private List<Ddl.Step> steps() {
		List<Ddl.Step> known = this.steps;
		if (known == null) {
			known = this.database.dialect().ddl().createTables(this.tables);
			this.steps = known;
		}
		return known;
	}

	/** Whether one transaction undoes all of it, and can hold it. */
	private boolean isOneTransaction() {
		Ddl ddl = this.database.dialect().ddl();
		return ddl.isTransactional() && this.sequences.size() + steps().size() < ddl.transactionSize();
	}

	private void makeTogether(DdlSession session) throws SQLException {
		List<String> statements = new ArrayList<>();
		statements.add(this.database.dialect().createSchema(this.name));
		this.sequences
			.forEach((sequence) -> statements.add(this.database.dialect().ddl().createSequence(sequence.sequence())));
		steps().stream().map(Ddl.Step::sql).forEach(statements::add);
		session.executeAll(statements);
		this.newSchemas = List.of(this.name);
		this.newTables = this.tables;
		this.newSequences = this.sequences.stream().map((sequence) -> sequence.sequence().name()).toList();
	}

	private void complete(DdlSession session) throws SQLException {
		TableCreation creation = new TableCreation(session, Set.of(this.name), this.tables, this.sequences);
		try {
			creation.run();
		}
		finally {
			if (!creation.newSchemas().isEmpty()) {
				this.newSchemas = creation.newSchemas();
			}
			this.newTables = creation.newTables();
			this.newSequences = creation.newSequences();
		}
	}

	/**
	 * Drops what was made here and others do not use yet, and nothing else. MariaDB knows
	 * no drop of an empty schema: what others make in it at the same instant goes too.
	 */
	void undo() {
		if (this.newSchemas.isEmpty() && this.newTables.isEmpty() && this.newSequences.isEmpty()) {
			return;
		}
		DdlSession.run(this.database, "Undoing the creation of schema '%s' in".formatted(this.name), (session) -> {
			TableUndo undo = new TableUndo(session);
			Map<Table, SQLException> left = undo.dropTables(this.newTables);
			if (!left.isEmpty()) {
				throw new SchemaException(this.database.name(),
						"Undoing the creation of schema '%s' in database '%s' left %s; drop that when nobody needs it"
							.formatted(this.name, this.database.name(), TableUndo.describe(left)),
						left.values().iterator().next());
			}
			undo.dropsSequences(this.newSequences, this.tables);
			if (!this.newSchemas.isEmpty()) {
				OldSchema.requireEmpty(session, this.name);
				session.executeAll(session.dropSchema(this.name, false));
			}
		});
	}

}
