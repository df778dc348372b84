package io.dbregistry.schema;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.dbregistry.database.Database;
import io.dbregistry.database.StatementLog;
import io.dbregistry.dialect.Ddl;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * A connection of its own for an operation on the tables of a database: what is executed
 * is for good at once, whatever mode the pool's connections are in.
 */
final class DdlSession implements AutoCloseable {

	private final Database database;

	private final Connection connection;

	private final boolean autoCommit;

	/** For the report. */
	private @Nullable String failed;

	/** For the report: what to do. */
	private String nextStep = "correct that and try again";

	private DdlSession(Database database, Connection connection) throws SQLException {
		this.database = database;
		this.connection = connection;
		this.autoCommit = connection.getAutoCommit();
		connection.setAutoCommit(true);
	}

	/**
	 * Does work on a session that is closed afterwards.
	 * @param task what is done to the database, such as {@code Dropping the tables of}
	 * @throws SchemaException if a statement fails
	 */
	static void run(Database database, String task, Work work) {
		try (DdlSession session = open(database)) {
			run(session, task, work);
		}
		catch (SQLException ex) {
			throw failure(database, task, null, ex);
		}
	}

	private static void run(DdlSession session, String task, Work work) {
		try {
			work.run(session);
		}
		catch (SQLException ex) {
			throw failure(session.database, task, session.failed, ex, session.nextStep);
		}
	}

	/**
	 * Asks a database something on a connection of its own.
	 * @param task what is done to the database, such as {@code Reading the tables of}
	 * @throws SchemaException if the database does not answer
	 */
	static <T> T ask(Database database, String task, Question<T> question) {
		try (Connection connection = database.connection()) {
			return question.ask(connection);
		}
		catch (SQLException ex) {
			throw failure(database, task, null, ex);
		}
	}

	static SchemaException failure(Database database, String task, @Nullable String sql, SQLException ex) {
		return failure(database, task, sql, ex, "correct that and try again");
	}

	private static SchemaException failure(Database database, String task, @Nullable String sql, SQLException ex,
			String nextStep) {
		String work = "%s database '%s'".formatted(task, database.name());
		DataAccessException translated = database.dialect().exceptionTranslator().translate(work, sql, ex);
		DataAccessException cause = Objects.requireNonNullElseGet(translated,
				() -> new UncategorizedSQLException(work, sql, ex));
		String place = (sql != null) ? " at statement '" + sql.replaceAll("\\s+", " ") + "'" : "";
		return new SchemaException(database.name(),
				"%s failed%s: %s; %s".formatted(work, place, ex.getMessage(), nextStep), cause);
	}

	private static DdlSession open(Database database) throws SQLException {
		Connection connection = database.connection();
		try {
			return new DdlSession(database, connection);
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	Database database() {
		return this.database;
	}

	/** The tables that exist now. */
	LiveTables tables() throws SQLException {
		return new LiveTables(this.database.dialect(), this.connection);
	}

	/** All tables of a product that has no schemas, as its catalog has them. */
	List<Table> allTables() throws SQLException {
		return this.database.dialect().catalog().read(this.connection, null, TableFilter.all()).tables();
	}

	/** Some declared tables beside those that exist now. */
	Comparison compare(List<Table> declared) throws SQLException {
		return Comparison.of(this.database, this.connection, declared);
	}

	/** The schema that unqualified names are in. */
	Optional<String> findOwnSchema() throws SQLException {
		return OwnSchema.find(this.database, this.connection);
	}

	/** Whether that schema has nothing, or does not exist yet. */
	boolean isOwnSchemaEmpty() throws SQLException {
		Optional<String> schema = findOwnSchema();
		return schema.isPresent() ? contents(schema.get()).isEmpty() : allTables().isEmpty();
	}

	/** The schemas that exist now. */
	List<String> schemas() throws SQLException {
		return this.database.dialect().schemas(this.connection);
	}

	/** What is in a schema, in the words of the product. */
	List<String> contents(String schema) throws SQLException {
		return this.database.dialect().schemaContents(this.connection, schema);
	}

	/** The statements that drop a schema. */
	List<String> dropSchema(String schema, boolean cascade) throws SQLException {
		return this.database.dialect().dropSchema(this.connection, schema, cascade);
	}

	/** The statements that drop tables, then sequences, which are not in use any more. */
	List<String> drops(List<Table> tables, List<QualifiedName> sequences) {
		Ddl ddl = this.database.dialect().ddl();
		List<String> statements = new ArrayList<>(ddl.dropTables(tables));
		sequences.forEach((sequence) -> statements.add(ddl.dropSequence(sequence)));
		return statements;
	}

	/** Those of some sequences that exist now, or those that do not. */
	List<KeySequence> existingSequences(List<KeySequence> sequences, boolean wanted) throws SQLException {
		Dialect dialect = this.database.dialect();
		Map<String, List<String>> known = new HashMap<>();
		List<KeySequence> matching = new ArrayList<>();
		for (KeySequence sequence : sequences) {
			QualifiedName name = sequence.sequence().name();
			String place = Objects.requireNonNullElse(name.schema(), "");
			List<String> names = known.get(place);
			if (names == null) {
				names = dialect.sequences(this.connection, name.schema());
				known.put(place, names);
			}
			if (names.contains(dialect.stored(name.name())) == wanted) {
				matching.add(sequence);
			}
		}
		return matching;
	}

	/** Those of some tables that exist now, or those that do not. */
	List<Table> existing(List<Table> tables, boolean wanted) throws SQLException {
		LiveTables live = tables();
		List<Table> matching = new ArrayList<>();
		for (Table table : tables) {
			if (live.contains(table) == wanted) {
				matching.add(table);
			}
		}
		return matching;
	}

	void execute(String sql) throws SQLException {
		long start = System.nanoTime();
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			this.failed = sql;
			throw ex;
		}
		finally {
			echo(sql, start);
		}
	}

	/**
	 * Whether a table has rows that anybody else can see. Fails when somebody lets nobody
	 * look for longer than a second.
	 */
	boolean hasRows(Table table) throws SQLException {
		String sql = "select exists (select 1 from %s)".formatted(this.database.dialect().quote(table.name()));
		long start = System.nanoTime();
		try (Statement statement = this.connection.createStatement()) {
			int limit = statement.getQueryTimeout();
			statement.setQueryTimeout(1);
			try (ResultSet rows = statement.executeQuery(sql)) {
				return rows.next() && rows.getBoolean(1);
			}
			finally {
				statement.setQueryTimeout(limit); // H2 has one for all of a connection
			}
		}
		finally {
			echo(sql, start);
		}
	}

	private void echo(String sql, long start) {
		if (this.database.echo()) {
			StatementLog.write(this.database.name(), sql, System.nanoTime() - start);
		}
	}

	/** Says before a failure that is expected what to do. */
	void advise(String step) {
		this.nextStep = step;
	}

	/** Says after a failure which tables are there now that were not there before. */
	void leave(Map<Table, SQLException> tables) {
		this.nextStep = "correct that and try again, which goes on from the tables made by now that stay: "
				+ TableUndo.describe(tables);
	}

	/**
	 * Tries to undo what was done before a failure, which stays the one to report.
	 * @return why that fails, or {@code null}
	 */
	@Nullable SQLException tryUndo(Work work) {
		String reported = this.failed;
		try {
			work.run(this);
			return null;
		}
		catch (SQLException ex) {
			return ex;
		}
		finally {
			this.failed = reported;
		}
	}

	/**
	 * Executes statements, all of them or none where the product can undo them. There
	 * they are sent together, in one round trip if the driver can, unless each is to be
	 * logged with its duration.
	 */
	void executeAll(List<String> statements) throws SQLException {
		boolean together = this.database.dialect().ddl().isTransactional() && !this.database.echo();
		asOne((session) -> {
			if (!together || !isDoneTogether(statements)) {
				for (String sql : statements) {
					execute(sql);
				}
			}
		});
	}

	/** Does work, all of it or nothing where the product can undo its statements. */
	void asOne(Work work) throws SQLException {
		this.connection.setAutoCommit(!this.database.dialect().ddl().isTransactional());
		try {
			work.run(this);
			end(true);
		}
		catch (SQLException | RuntimeException | Error ex) {
			rollBack(ex);
			throw ex;
		}
	}

	/**
	 * Whether all statements were executed. If not, none was, and they are to be tried
	 * one by one: drivers do not say which one of many has failed.
	 */
	private boolean isDoneTogether(List<String> statements) throws SQLException {
		try (Statement batch = this.connection.createStatement()) {
			for (String sql : statements) {
				batch.addBatch(sql);
			}
			batch.executeBatch();
		}
		catch (BatchUpdateException ex) {
			this.connection.rollback();
			return false;
		}
		return true;
	}

	private void rollBack(Throwable failure) {
		try {
			end(false);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	private void end(boolean keep) throws SQLException {
		if (!this.connection.getAutoCommit()) {
			if (keep) {
				this.connection.commit();
			}
			else {
				this.connection.rollback();
			}
			this.connection.setAutoCommit(true);
		}
	}

	/** Gives the connection back as it came. */
	@Override
	public void close() throws SQLException {
		try (this.connection) {
			this.connection.setAutoCommit(this.autoCommit);
		}
	}

	/**
	 * What is done on a session.
	 */
	@FunctionalInterface
	interface Work {

		void run(DdlSession session) throws SQLException;

	}

	/**
	 * What is asked on a connection.
	 */
	@FunctionalInterface
	interface Question<T> {

		T ask(Connection connection) throws SQLException;

	}

}
