package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.Ddl;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * One operation on the tables of one database.
 * <ol>
 * <li>A connection of its own is taken, outside of all transactions.</li>
 * <li>The database says which of the tables exist.</li>
 * <li>The statements run, in one transaction where the product can undo them.</li>
 * <li>When one fails, the transaction is rolled back, or the new tables are dropped.</li>
 * </ol>
 */
final class DdlRun {

	private final Database database;

	private final Dialect dialect;

	private final List<Table> tables;

	/** The statement that runs, for the report. */
	private @Nullable String current;

	/**
	 * Creates a run.
	 * @param database the database
	 * @param tables the tables of its models
	 */
	DdlRun(Database database, List<Table> tables) {
		this.database = database;
		this.dialect = database.dialect();
		this.tables = tables.stream().map((table) -> table.withDefaultSchema(database.schema())).toList();
	}

	void create() {
		run("Creating the tables of", (connection) -> {
			List<Table> missing = existing(connection, false);
			List<String> statements = new ArrayList<>(createSchemas(connection));
			statements.addAll(ddl().createTables(missing));
			try {
				execute(connection, statements);
			}
			catch (SQLException | RuntimeException ex) {
				dropAgain(connection, missing, ex);
				throw ex;
			}
		});
	}

	void drop() {
		run("Dropping the tables of",
				(connection) -> execute(connection, ddl().dropTables(existing(connection, true))));
	}

	/** What the database lacks, one sentence for each table. */
	List<String> lacks() {
		List<String> lacks = new ArrayList<>();
		run("Reading the tables of", (connection) -> {
			LiveTables live = new LiveTables(this.dialect, connection);
			for (Table table : this.tables) {
				String lack = live.lack(table);
				if (lack != null) {
					lacks.add("Table '%s' of database '%s' %s".formatted(table.name(), this.database.name(), lack));
				}
			}
		});
		return lacks;
	}

	private Ddl ddl() {
		return this.dialect.ddl();
	}

	private List<Table> existing(Connection connection, boolean wanted) throws SQLException {
		LiveTables live = new LiveTables(this.dialect, connection);
		List<Table> matching = new ArrayList<>();
		for (Table table : this.tables) {
			if (live.contains(table) == wanted) {
				matching.add(table);
			}
		}
		return matching;
	}

	private List<String> createSchemas(Connection connection) throws SQLException {
		Set<String> wanted = new LinkedHashSet<>();
		for (Table table : this.tables) {
			String schema = table.name().schema();
			if (schema != null && !this.dialect.hasSchemas()) {
				throw new SchemasUnsupportedException(this.database.name(), this.dialect.product(), schema);
			}
			if (schema != null) {
				wanted.add(schema);
			}
		}
		if (!wanted.isEmpty()) {
			wanted.removeAll(Set.copyOf(this.dialect.schemas(connection)));
		}
		return wanted.stream().map(this.dialect::createSchema).toList();
	}

	private void execute(Connection connection, List<String> statements) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				this.current = sql;
				statement.execute(sql);
			}
		}
	}

	/** Undoes what no rollback does. */
	private void dropAgain(Connection connection, List<Table> missing, Exception failure) {
		if (ddl().isTransactional()) {
			return;
		}
		String failed = this.current;
		try {
			List<Table> created = existing(connection, true).stream().filter(missing::contains).toList();
			execute(connection, ddl().dropTables(created));
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
		this.current = failed;
	}

	private void run(String task, Work work) {
		this.current = null;
		try (Connection connection = this.database.connection()) {
			boolean transactional = ddl().isTransactional();
			connection.setAutoCommit(!transactional);
			try {
				work.run(connection);
				if (transactional) {
					connection.commit();
					connection.setAutoCommit(true);
				}
			}
			catch (SQLException | RuntimeException ex) {
				rollBack(connection, transactional, ex);
				throw ex;
			}
		}
		catch (SQLException ex) {
			throw failure(this.database, task, this.current, ex);
		}
	}

	private static void rollBack(Connection connection, boolean transactional, Exception failure) {
		try {
			if (transactional) {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
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

		void run(Connection connection) throws SQLException;

	}

}
