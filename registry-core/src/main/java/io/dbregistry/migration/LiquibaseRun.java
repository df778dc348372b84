package io.dbregistry.migration;

import java.io.StringWriter;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.dbregistry.dialect.Dialect;
import liquibase.Contexts;
import liquibase.GlobalConfiguration;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.FastCheckService;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.changelog.visitor.ListVisitor;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.ConsoleUIService;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase, on one changelog and one schema. Two runs in one JVM are one after the
 * other: what Liquibase keeps in static fields, each run throws away, and the lock of
 * another with it.
 */
final class LiquibaseRun {

	private static final String UI = Scope.Attr.ui.name();

	private static final String SUMMARY = "liquibase.command.showSummary";

	private static final String SUMMARY_OUTPUT = "liquibase.command.showSummaryOutput";

	/** The line of a script that has the user and the URL, which may have a password. */
	private static final Pattern AGAINST = Pattern.compile("(?m)^-- +Against: .*\\R");

	static final String JDBC = "jdbc";

	private final MigrationPlace place;

	private final Liquibase liquibase;

	private final Contexts contexts;

	private final LabelExpression labels;

	private final ChangeSetLog log;

	private LiquibaseRun(MigrationPlace place, ChangelogSettings settings, Liquibase liquibase, ChangeSetLog log) {
		this.place = place;
		this.liquibase = liquibase;
		this.contexts = new Contexts(settings.contexts());
		this.labels = new LabelExpression(settings.labels());
		this.log = log;
	}

	/**
	 * Does work with Liquibase.
	 * @param connection a connection whose names without a schema are in the place; it is
	 * in auto-commit mode again afterwards
	 * @param held whether a lock of the registry keeps others out
	 * @param inputs gets the names of all that was read
	 * @throws MigrationException if the work fails
	 */
	static <T extends @Nullable Object> T call(MigrationTask task, Connection connection, boolean held,
			ChangelogInputs inputs, Work<T> work) {
		ChangeSetLog log = new ChangeSetLog(task);
		try {
			return LiquibaseTurn.call(() -> Scope.child(scope(task.settings(), held), () -> {
				Liquibase liquibase = open(task, JoinedCommits.of(connection, log::isJoining), inputs);
				liquibase.setChangeExecListener(log);
				try (Ending last = () -> Ending.undo(connection); Ending first = LiquibaseRun::forgetAll) {
					return work(task, liquibase, log, work);
				}
			}));
		}
		catch (MigrationException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw LiquibaseFailure.of(task.place(), log.current(), ex);
		}
	}

	private static <T extends @Nullable Object> T work(MigrationTask task, Liquibase liquibase, ChangeSetLog log,
			Work<T> work) {
		try {
			return work.on(new LiquibaseRun(task.place(), task.settings(), liquibase, log));
		}
		catch (LiquibaseException | RuntimeException ex) {
			throw LiquibaseFailure.of(task.place(), log.current(), ex);
		}
	}

	private static Map<String, Object> scope(ChangelogSettings settings, boolean held) {
		Map<String, Object> values = new HashMap<>(settings.liquibase());
		values.put(GlobalConfiguration.PRESERVE_SCHEMA_CASE.getKey(), true);
		values.put("liquibase.analytics.enabled", settings.analytics());
		values.put(UI, "CONSOLE".equals(settings.liquibase().get(UI)) ? new ConsoleUIService() : new LoggerUIService());
		values.put(HeldLockService.HELD, held);
		return values;
	}

	private static Liquibase open(MigrationTask task, Connection connection, ChangelogInputs inputs)
			throws LiquibaseException {
		forgetAll();
		Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
		ChangelogSettings settings = task.settings();
		Dialect dialect = task.dialect();
		Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new JdbcConnection(connection));
		database.setDatabaseChangeLogTableName(settings.historyTable());
		database.setDatabaseChangeLogLockTableName(settings.lockTable());
		String schema = task.place().schema();
		if (schema != null && dialect.schemasAreCatalogs()) {
			database.setDefaultCatalogName(schema);
		}
		else if (schema != null) {
			database.setDefaultSchemaName(schema);
		}
		if (settings.historySchema() != null && dialect.schemasAreCatalogs()) {
			database.setLiquibaseCatalogName(settings.historySchema());
		}
		else if (settings.historySchema() != null) {
			database.setLiquibaseSchemaName(settings.historySchema());
		}
		Liquibase liquibase = new Liquibase(settings.locationFor(task.place().database()),
				new RecordingResources(settings.resources(), inputs), database);
		settings.parameters().forEach(liquibase::setChangeLogParameter);
		liquibase.setShowSummary(UpdateSummaryEnum.valueOf(settings.liquibase().getOrDefault(SUMMARY, "OFF")));
		liquibase.setShowSummaryOutput(
				UpdateSummaryOutputEnum.valueOf(settings.liquibase().getOrDefault(SUMMARY_OUTPUT, "LOG")));
		return liquibase;
	}

	/** What Liquibase remembers of connections and databases that are gone by now. */
	private static void forgetAll() {
		Scope.getCurrentScope().getSingleton(ExecutorService.class).reset();
		Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class).resetAll();
		LockServiceFactory.getInstance().resetAll();
	}

	/** The change sets that are to be applied, without making any table. */
	List<ChangeSet> pending() throws LiquibaseException {
		return this.liquibase.listUnrunChangeSets(this.contexts, this.labels, false);
	}

	/** The change sets that were applied, in that order. */
	List<RanChangeSet> history() throws LiquibaseException {
		return this.liquibase.getDatabase().getRanChangeSetList();
	}

	/** Compiles what is new, or a part of it, for all schemas with the same history. */
	CompiledChangelog compile(Connection connection, ChangelogSettings settings, ChangeSetRange range,
			boolean hasHistory) throws LiquibaseException {
		return new ChangelogCompiler(this.place, this.liquibase, settings, range).compile(connection, hasHistory);
	}

	/** Applies what is new, or a part of it; returns what was applied. */
	List<String> update(ChangeSetRange range) throws LiquibaseException {
		List<ChangeSet> pending = pending();
		RenamedFiles.require(this.place, this.liquibase.getDatabaseChangeLog(), pending, history());
		int count = range.countOf(this.place, pending, this.liquibase.getDatabaseChangeLog());
		if (count == pending.size()) {
			this.liquibase.update(this.contexts, this.labels);
		}
		else if (count > 0) {
			this.liquibase.update(count, this.contexts, this.labels);
		}
		return this.log.done();
	}

	/** What an update would send; nothing is changed. */
	String sql(ChangeSetRange range) throws LiquibaseException {
		List<ChangeSet> pending = reading(() -> {
			List<ChangeSet> unrun = pending();
			RenamedFiles.require(this.place, this.liquibase.getDatabaseChangeLog(), unrun, history());
			return unrun;
		});
		int count = range.countOf(this.place, pending, this.liquibase.getDatabaseChangeLog());
		if (count == 0) {
			return "";
		}
		StringWriter script = new StringWriter();
		if (count == pending.size()) {
			this.liquibase.updateSql(this.contexts, this.labels, script);
		}
		else {
			this.liquibase.updateCountSql(count, this.contexts, this.labels, script);
		}
		return AGAINST.matcher(script.toString()).replaceAll("");
	}

	/** Says that change sets were applied, by whatever means. */
	List<String> stamp(ChangeSetRange range) throws LiquibaseException {
		List<ChangeSet> pending = pending();
		int count = range.countOf(this.place, pending, this.liquibase.getDatabaseChangeLog());
		if (count == pending.size()) {
			this.liquibase.changeLogSync(this.contexts, this.labels);
		}
		else {
			for (int i = 0; i < count; i++) {
				this.liquibase.markNextChangeSetRan(this.contexts, this.labels);
			}
		}
		return names(pending.subList(0, count));
	}

	/** Undoes the last change sets; returns what was undone. */
	List<String> rollback(ChangeSetRange range) throws LiquibaseException {
		int count = range.countBack(this.place, undoable());
		if (count > 0) {
			this.liquibase.rollback(count, this.contexts, this.labels);
		}
		return this.log.done();
	}

	/**
	 * What was applied of this changelog, in that order, and as Liquibase counts when it
	 * undoes: a history may have what others have applied by theirs.
	 */
	private List<ChangeSet> undoable() throws LiquibaseException {
		Database database = this.liquibase.getDatabase();
		ListVisitor applied = new ListVisitor();
		new ChangeLogIterator(history(), this.liquibase.getDatabaseChangeLog(),
				new ContextChangeSetFilter(this.contexts), new LabelChangeSetFilter(this.labels),
				new DbmsChangeSetFilter(database), new IgnoreChangeSetFilter())
			.run(applied, new RuntimeEnvironment(database, this.contexts, this.labels));
		return applied.getSeenChangeSets();
	}

	/** What the schema has and lacks. */
	SchemaStatus status(SchemaStatus.Lock lock) throws LiquibaseException {
		return reading(() -> {
			List<RanChangeSet> history = history();
			return new SchemaStatus(this.place.schema(), history.size(), names(pending()),
					history.isEmpty() ? null : history.get(history.size() - 1).toString(), lock.holder(), lock.age(),
					null);
		});
	}

	/**
	 * Asks, and executes nothing. Liquibase would make its history table when it reads an
	 * included changelog with preconditions.
	 */
	private <T> T reading(Question<T> question) throws LiquibaseException {
		Database database = this.liquibase.getDatabase();
		ExecutorService executors = Scope.getCurrentScope().getSingleton(ExecutorService.class);
		executors.setExecutor(JDBC, database,
				new CapturingExecutor(executors.getExecutor(JDBC, database), database, true));
		try {
			return question.ask();
		}
		finally {
			forgetAll();
		}
	}

	private static List<String> names(List<ChangeSet> changeSets) {
		List<String> names = new ArrayList<>();
		changeSets.forEach((changeSet) -> names.add(changeSet.toString(false)));
		return names;
	}

	/**
	 * What is done with Liquibase.
	 */
	@FunctionalInterface
	interface Work<T extends @Nullable Object> {

		T on(LiquibaseRun run) throws LiquibaseException;

	}

	/**
	 * What is asked of Liquibase.
	 */
	@FunctionalInterface
	private interface Question<T> {

		T ask() throws LiquibaseException;

	}

}
