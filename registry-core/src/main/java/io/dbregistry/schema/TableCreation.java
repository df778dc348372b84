package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.dbregistry.dialect.Ddl;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Table;

/**
 * Creates the tables that a database lacks, also while other instances do the same.
 * <ol>
 * <li>The database says which tables and schemas are missing.</li>
 * <li>Where a rollback undoes DDL, they are made in one transaction. When that fails and
 * others have made some of them meanwhile, all begins again with the rest.</li>
 * <li>Elsewhere they are made one by one. A table that others have made meanwhile is
 * theirs, with all that belongs to it. On any other failure the tables made here are
 * dropped again, and only these.</li>
 * </ol>
 */
final class TableCreation {

	private final DdlSession session;

	private final Dialect dialect;

	private final List<Table> tables;

	TableCreation(DdlSession session, List<Table> tables) {
		this.session = session;
		this.dialect = session.database().dialect();
		this.tables = tables;
	}

	void run() throws SQLException {
		Lack lack = lack();
		if (this.dialect.ddl().isTransactional()) {
			createTogether(lack);
		}
		else {
			createOneByOne(lack);
		}
	}

	private Lack lack() throws SQLException {
		Set<String> schemas = new LinkedHashSet<>();
		for (Table table : this.tables) {
			String schema = table.name().schema();
			if (schema != null) {
				this.dialect.requireSchemas(schema);
				schemas.add(schema);
			}
		}
		if (!schemas.isEmpty()) {
			schemas.removeAll(Set.copyOf(this.session.schemas()));
		}
		return new Lack(List.copyOf(schemas), this.session.existing(this.tables, false));
	}

	private void createTogether(Lack lack) throws SQLException {
		try {
			List<String> statements = new ArrayList<>();
			lack.schemas().forEach((schema) -> statements.add(this.dialect.createSchema(schema)));
			this.dialect.ddl().createTables(lack.tables()).forEach((step) -> statements.add(step.sql()));
			this.session.executeAll(statements);
		}
		catch (SQLException ex) {
			Lack rest = ask(this::lack, ex);
			if (rest.size() >= lack.size()) {
				throw ex;
			}
			createTogether(rest);
		}
	}

	private void createOneByOne(Lack lack) throws SQLException {
		for (String schema : lack.schemas()) {
			createSchema(schema);
		}
		Set<Table> made = new LinkedHashSet<>();
		try {
			for (Ddl.Step step : this.dialect.ddl().createTables(lack.tables())) {
				if (step.creates() && create(step)) {
					made.add(step.table());
				}
				else if (!step.creates() && made.contains(step.table())) {
					this.session.execute(step.sql());
				}
			}
		}
		catch (SQLException | RuntimeException ex) {
			this.session.undo(this.dialect.ddl().dropTables(List.copyOf(made)), ex);
			throw ex;
		}
	}

	private void createSchema(String schema) throws SQLException {
		try {
			this.session.execute(this.dialect.createSchema(schema));
		}
		catch (SQLException ex) {
			// another instance may have been faster
			if (!ask(this.session::schemas, ex).contains(schema)) {
				throw ex;
			}
		}
	}

	/** Whether the table was made here, and not by another instance. */
	private boolean create(Ddl.Step step) throws SQLException {
		try {
			this.session.execute(step.sql());
			return true;
		}
		catch (SQLException ex) {
			// another instance may have been faster
			if (ask(() -> this.session.existing(List.of(step.table()), true), ex).isEmpty()) {
				throw ex;
			}
			return false;
		}
	}

	/** What is there after a failure, which goes before a failure of the question. */
	private static <T> T ask(Question<T> question, SQLException failure) throws SQLException {
		try {
			return question.ask();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
			throw failure;
		}
	}

	/** A question to the database. */
	@FunctionalInterface
	private interface Question<T> {

		T ask() throws SQLException;

	}

	/** What is missing. */
	private record Lack(List<String> schemas, List<Table> tables) {

		int size() {
			return this.schemas.size() + this.tables.size();
		}

	}

}
