package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.executor.AbstractExecutor;
import liquibase.executor.Executor;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.GetNextChangeSetSequenceValueStatement;

/**
 * Takes down what Liquibase would execute, and lets it read.
 */
final class CapturingExecutor extends AbstractExecutor {

	private final Executor reader;

	private final boolean hasHistory;

	private List<String> statements = new ArrayList<>();

	private boolean read;

	/**
	 * Creates an executor.
	 * @param reader executes queries
	 * @param hasHistory whether there is a history table to ask
	 */
	CapturingExecutor(Executor reader, Database database, boolean hasHistory) {
		this.reader = reader;
		this.hasHistory = hasHistory;
		setDatabase(database);
	}

	/** The statements since the last call. */
	List<String> take() {
		List<String> taken = this.statements;
		this.read = false;
		this.statements = new ArrayList<>();
		return taken;
	}

	/** Whether anything was read since then. */
	boolean hasRead() {
		return this.read;
	}

	@Override
	public String getName() {
		return "jdbc";
	}

	@Override
	public int getPriority() {
		return PRIORITY_NOT_APPLICABLE;
	}

	@Override
	public boolean updatesDatabase() {
		return false;
	}

	@Override
	public void execute(SqlStatement statement) throws DatabaseException {
		execute(statement, List.of());
	}

	@Override
	public void execute(SqlStatement statement, List<SqlVisitor> visitors) throws DatabaseException {
		for (String sql : applyVisitors(statement, visitors)) {
			if (sql != null && !sql.isBlank()) {
				this.statements.add(sql);
			}
		}
	}

	@Override
	public int update(SqlStatement statement) throws DatabaseException {
		return update(statement, List.of());
	}

	/** The number of rows is not known. */
	@Override
	public int update(SqlStatement statement, List<SqlVisitor> visitors) throws DatabaseException {
		this.read = true;
		execute(statement, visitors);
		return 0;
	}

	@Override
	public void comment(String message) {
		// people read the changelog
	}

	@Override
	public <T> T queryForObject(SqlStatement statement, Class<T> type) throws DatabaseException {
		return queryForObject(statement, type, List.of());
	}

	@Override
	public <T> T queryForObject(SqlStatement statement, Class<T> type, List<SqlVisitor> visitors)
			throws DatabaseException {
		this.read = true;
		return this.reader.queryForObject(statement, type, visitors);
	}

	@Override
	public long queryForLong(SqlStatement statement) throws DatabaseException {
		return queryForLong(statement, List.of());
	}

	@Override
	public long queryForLong(SqlStatement statement, List<SqlVisitor> visitors) throws DatabaseException {
		this.read = true;
		return this.reader.queryForLong(statement, visitors);
	}

	@Override
	public int queryForInt(SqlStatement statement) throws DatabaseException {
		return queryForInt(statement, List.of());
	}

	@Override
	public int queryForInt(SqlStatement statement, List<SqlVisitor> visitors) throws DatabaseException {
		boolean history = statement instanceof GetNextChangeSetSequenceValueStatement;
		if (history && !this.hasHistory) {
			return 0;
		}
		this.read |= !history;
		return this.reader.queryForInt(statement, visitors);
	}

	@Override
	public List<?> queryForList(SqlStatement statement, @SuppressWarnings("rawtypes") Class type)
			throws DatabaseException {
		return queryForList(statement, type, List.of());
	}

	@Override
	public List<?> queryForList(SqlStatement statement, @SuppressWarnings("rawtypes") Class type,
			List<SqlVisitor> visitors) throws DatabaseException {
		this.read = true;
		return this.reader.queryForList(statement, type, visitors);
	}

	@Override
	public List<Map<String, ?>> queryForList(SqlStatement statement) throws DatabaseException {
		return queryForList(statement, List.of());
	}

	@Override
	public List<Map<String, ?>> queryForList(SqlStatement statement, List<SqlVisitor> visitors)
			throws DatabaseException {
		this.read = true;
		return this.reader.queryForList(statement, visitors);
	}

}
