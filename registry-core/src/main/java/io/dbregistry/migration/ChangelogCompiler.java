package io.dbregistry.migration;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.migration.CompiledChangelog.CompiledChangeSet;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.ListVisitor;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Lets Liquibase update a schema without executing anything, and takes down what it would
 * have executed. Names have no schema: it is the current one of the connection, and
 * Liquibase is not told it.
 */
final class ChangelogCompiler {

	private final MigrationPlace place;

	private final String path;

	private final ResourceAccessor files;

	private final ChangelogSettings settings;

	private final ChangeSetRange range;

	private final Contexts contexts;

	private final LabelExpression labels;

	ChangelogCompiler(MigrationPlace place, Liquibase liquibase, ChangelogSettings settings, ChangeSetRange range) {
		this.place = place;
		this.path = liquibase.getChangeLogFile();
		this.files = liquibase.getResourceAccessor();
		this.settings = settings;
		this.range = range;
		this.contexts = new Contexts(settings.contexts());
		this.labels = new LabelExpression(settings.labels());
	}

	/**
	 * Compiles what is pending in a schema.
	 * @param connection whose current schema it is; left in a transaction in which
	 * nothing was changed
	 * @param hasHistory whether the schema has a history table
	 */
	CompiledChangelog compile(Connection connection, boolean hasHistory) throws LiquibaseException {
		Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new JdbcConnection(connection));
		database.setOutputDefaultSchema(false);
		database.setOutputDefaultCatalog(false);
		database.setDatabaseChangeLogTableName(this.settings.historyTable());
		database.setDatabaseChangeLogLockTableName(this.settings.lockTable());
		ExecutorService executors = Scope.getCurrentScope().getSingleton(ExecutorService.class);
		CapturingExecutor capture = new CapturingExecutor(executors.getExecutor(LiquibaseRun.JDBC, database), database,
				hasHistory);
		executors.setExecutor(LiquibaseRun.JDBC, database, capture);
		Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class).getChangeLogService(database).init();
		List<String> beginning = capture.take();
		return (hasHistory && !beginning.isEmpty())
				? CompiledChangelog.impossible("the history table was made by an older Liquibase")
				: compile(database, capture, beginning);
	}

	private CompiledChangelog compile(Database database, CapturingExecutor capture, List<String> beginning)
			throws LiquibaseException {
		NotingParameters parameters = new NotingParameters(database, this.contexts, this.labels);
		this.settings.parameters().forEach(parameters::set);
		DatabaseChangeLog changelog = ChangeLogParserFactory.getInstance()
			.getParser(this.path, this.files)
			.parse(this.path, parameters, this.files);
		changelog.setChangeLogParameters(parameters);
		changelog.validate(database, this.contexts, this.labels);
		List<ChangeSet> pending = pending(changelog, database);
		RenamedFiles.require(this.place, changelog, pending, database.getRanChangeSetList());
		int count = this.range.countOf(this.place, pending, changelog);
		boolean complete = count == pending.size();
		pending = pending.subList(0, count);
		String obstacle = parameters.areDependent() ? "a parameter says which schema it is"
				: obstacle(new Obstacles(database), changelog, pending);
		return (obstacle != null && !pending.isEmpty()) ? CompiledChangelog.impossible(obstacle)
				: capture(database, changelog, pending, capture, beginning, complete);
	}

	private List<ChangeSet> pending(DatabaseChangeLog changelog, Database database) throws LiquibaseException {
		ListVisitor pending = new ListVisitor();
		new ChangeLogIterator(changelog, new ShouldRunChangeSetFilter(database),
				new ContextChangeSetFilter(this.contexts), new LabelChangeSetFilter(this.labels),
				new DbmsChangeSetFilter(database), new IgnoreChangeSetFilter())
			.run(pending, new RuntimeEnvironment(database, this.contexts, this.labels));
		return pending.getSeenChangeSets();
	}

	private static @Nullable String obstacle(Obstacles obstacles, DatabaseChangeLog changelog, List<ChangeSet> pending)
			throws LiquibaseException {
		String obstacle = obstacles.find(changelog);
		for (ChangeSet changeSet : pending) {
			obstacle = (obstacle != null) ? obstacle : obstacles.find(changeSet);
		}
		return obstacle;
	}

	private static CompiledChangelog capture(Database database, DatabaseChangeLog changelog, List<ChangeSet> pending,
			CapturingExecutor capture, List<String> beginning, boolean complete) throws LiquibaseException {
		List<CompiledChangeSet> compiled = new ArrayList<>();
		capture.take();
		for (ChangeSet changeSet : pending) {
			ExecType type = changeSet.execute(changelog, null, database);
			boolean reads = capture.hasRead();
			List<String> statements = capture.take();
			if (reads) {
				return CompiledChangelog
					.impossible("change set '%s' reads the database".formatted(changeSet.toString(false)));
			}
			if (type != ExecType.SKIPPED) {
				database.markChangeSetExecStatus(changeSet, type);
				compiled.add(new CompiledChangeSet(changeSet.toString(false), statements, capture.take()));
			}
		}
		return new CompiledChangelog(beginning, compiled, complete && compiled.size() == pending.size(), null);
	}

}
