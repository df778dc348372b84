package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.SchemasUnsupportedException;
import io.dbregistry.dialect.UnsupportedFeatureException;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * One operation on the tables of one database, on a connection of its own, outside of all
 * transactions.
 */
final class DdlRun {

	private final Database database;

	private final List<Table> tables;

	/**
	 * Creates a run.
	 * @param database the database
	 * @param tables the tables of its models
	 */
	DdlRun(Database database, List<Table> tables) {
		this.database = database;
		this.tables = tables.stream().map((table) -> table.withDefaultSchema(database.schema())).toList();
	}

	void create() {
		run("Creating the tables of", (session) -> new TableCreation(session, this.tables).run());
	}

	void drop() {
		run("Dropping the tables of", (session) -> session
			.executeAll(this.database.dialect().ddl().dropTables(session.existing(this.tables, true))));
	}

	/** What the database lacks, one sentence for each table. */
	List<String> lacks() {
		List<String> lacks = new ArrayList<>();
		run("Reading the tables of", (session) -> {
			LiveTables live = session.tables();
			for (Table table : this.tables) {
				String lack = live.lack(table);
				if (lack != null) {
					lacks.add("Table '%s' of database '%s' %s".formatted(table.name(), this.database.name(), lack));
				}
			}
		});
		return lacks;
	}

	private void run(String task, Work work) {
		try (DdlSession session = DdlSession.open(this.database)) {
			run(task, work, session);
		}
		catch (SQLException ex) {
			throw failure(this.database, task, null, ex);
		}
	}

	private void run(String task, Work work, DdlSession session) {
		try {
			requireDistinct(session);
			work.run(session);
		}
		catch (SchemasUnsupportedException | UnsupportedFeatureException ex) {
			throw new SchemaException(this.database.name(),
					"%s database '%s' failed: %s".formatted(task, this.database.name(), ex.getMessage()), ex);
		}
		catch (SQLException ex) {
			throw failure(this.database, task, session.failed(), ex);
		}
	}

	/**
	 * What a table is called by its schema may be called without it by another model.
	 */
	private void requireDistinct(DdlSession session) throws SQLException {
		if (this.tables.stream().map((table) -> table.name().schema()).distinct().count() < 2) {
			return;
		}
		LiveTables live = session.tables();
		Map<List<@Nullable String>, Table> places = new HashMap<>();
		for (Table table : this.tables) {
			Table other = places.putIfAbsent(live.place(table.name()), table);
			if (other != null) {
				throw new SchemaException(this.database.name(),
						"Tables '%s' and '%s' of database '%s' are one; give one of their models another table or schema"
							.formatted(other.name(), table.name(), this.database.name()),
						null);
			}
		}
	}

	static SchemaException failure(Database database, String task, @Nullable String sql, SQLException ex) {
		DataAccessException translated = database.dialect().exceptionTranslator().translate(task, sql, ex);
		DataAccessException cause = Objects.requireNonNullElseGet(translated,
				() -> new UncategorizedSQLException(task, sql, ex));
		String place = (sql != null) ? " at statement '" + sql.replaceAll("\\s+", " ") + "'" : "";
		return new SchemaException(database.name(), "%s database '%s' failed%s: %s; correct that and try again"
			.formatted(task, database.name(), place, ex.getMessage()), cause);
	}

	/** What is done on the connection. */
	@FunctionalInterface
	private interface Work {

		void run(DdlSession session) throws SQLException;

	}

}
