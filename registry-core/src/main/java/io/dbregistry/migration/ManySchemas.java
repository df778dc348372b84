package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.migration.MigrationReport.SchemaResult;
import io.dbregistry.migration.SchemaLiquibase.Compilation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates many schemas of one database by one changelog.
 * <ol>
 * <li>One query for the states, one for the schemas that have a history: those that have
 * everything are done.</li>
 * <li>The histories of the others are read by few queries. Schemas with equal histories
 * are a group.</li>
 * <li>Liquibase compiles what is pending in one schema of each group, and that is
 * {@linkplain GroupReplay replayed} in all of them.</li>
 * <li>What cannot be replayed is left to Liquibase, one schema after another.</li>
 * <li>Schemas that somebody else is migrating, or has migrated meanwhile, are looked at
 * again, all of them in turn, until they are up to date or nothing has happened for as
 * long as may be waited.</li>
 * </ol>
 */
final class ManySchemas {

	private static final Logger logger = LoggerFactory.getLogger(ManySchemas.class);

	private final DataSource source;

	private final Dialect dialect;

	private final MigrationTask first;

	private final int workers;

	private final SchemaLiquibase liquibase;

	private final SchemaStates states;

	private final SchemaResults results;

	private final Histories histories;

	private final ForeignLocks locks;

	/** By the history that they are compiled for. */
	private final Map<History, Compilation> compiled = new HashMap<>();

	private boolean stateful;

	/**
	 * Creates a run.
	 * @param first the task of the first schema
	 * @param workers how many schemas may be migrated at once
	 * @param results gets what becomes of each schema
	 */
	ManySchemas(DataSource source, MigrationTask first, int workers, SchemaResults results) {
		this.source = source;
		this.first = first;
		this.dialect = first.dialect();
		this.workers = workers;
		this.liquibase = new SchemaLiquibase(source, this.dialect, first.settings(), first.options());
		this.states = new SchemaStates(first);
		this.results = results;
		this.histories = new Histories(this.dialect, first.settings().historyTable(), first.settings().lockTable());
		this.locks = new ForeignLocks(first, this.histories, results);
	}

	/** Migrates all schemas; returns what became of each. */
	List<SchemaResult> run() {
		try {
			passOverUpToDate();
			LockWait wait = this.first.options().waitFor(this.first.settings().lockTimeout());
			for (List<String> rest = this.results.remaining(); !rest.isEmpty(); rest = this.results.remaining()) {
				round(rest);
				List<String> left = this.results.remaining();
				if (left.size() < rest.size()) {
					wait.restart();
				}
				else if (wait.isOver()) {
					this.locks.fail(left, wait.waited());
				}
				else {
					wait.pause(() -> this.locks.describe(left));
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			failRest("the thread was interrupted before; migrate again", ex);
		}
		catch (SQLException | RuntimeException ex) {
			failRest("%s; see that the database answers, then migrate again".formatted(ex.getMessage()), ex);
		}
		return this.results.all();
	}

	private void failRest(String reason, @Nullable Exception cause) {
		this.results.remaining().forEach((schema) -> this.results.fail(schema, reason, cause));
	}

	private void passOverUpToDate() throws SQLException {
		if (!this.first.options().isAll() || !this.first.options().trustsStates()) {
			return;
		}
		try (Connection connection = this.source.getConnection()) {
			Set<String> upToDate = new HashSet<>(this.states.upToDate(connection));
			if (!upToDate.isEmpty()) {
				upToDate.retainAll(this.histories.schemas(connection));
				this.results.remaining()
					.stream()
					.filter(upToDate::contains)
					.forEach((schema) -> this.results.succeed(schema, List.of()));
			}
		}
	}

	private void round(List<String> schemas) throws SQLException, InterruptedException {
		Map<History, List<String>> groups = new LinkedHashMap<>();
		List<String> single = new ArrayList<>();
		read(schemas)
			.forEach((schema, history) -> groups.computeIfAbsent(history, (first) -> new ArrayList<>()).add(schema));
		for (Map.Entry<History, List<String>> group : groups.entrySet()) {
			if (!migrate(group.getKey(), group.getValue())) {
				single.addAll(this.locks.free(group.getValue()));
			}
		}
		for (String schema : single) {
			GroupReplay.requireUninterrupted();
			try {
				this.results.succeed(schema, this.liquibase.migrate(this.results.place(schema)));
			}
			catch (MigrationException ex) {
				this.results.fail(schema, ex);
			}
		}
	}

	/** The histories of schemas; those that do not exist have failed. */
	private Map<String, History> read(List<String> schemas) throws SQLException {
		try (Connection connection = this.source.getConnection()) {
			connection.setAutoCommit(true);
			this.stateful = this.stateful || new StateTable(this.first).tryCreate(connection);
			Set<String> existing = new HashSet<>(this.dialect.schemas(connection));
			schemas.stream().filter((schema) -> !existing.contains(schema)).forEach(this.results::failMissing);
			List<String> there = schemas.stream().filter(existing::contains).toList();
			// before the histories, which whoever has a lock may be changing
			this.locks.read(connection, there, this::fail);
			return this.histories.read(connection, this.results.remaining(there), this::fail);
		}
	}

	/** Migrates a group; returns whether that can be done without Liquibase. */
	private boolean migrate(History history, List<String> group) throws SQLException, InterruptedException {
		Compilation compilation = compile(history, group);
		if (compilation == null) {
			return true;
		}
		CompiledChangelog changelog = compilation.changelog();
		StateNotes notes = notes(compilation.note());
		Replay replay = Replay.of(this.dialect, this.histories, changelog, history, notes, this.source);
		List<String> free = this.locks.free(group);
		if (changelog.findObstacle().isPresent() || replay == null) {
			if (!free.isEmpty()) {
				logger.info("{} schemas of database '{}' are migrated one after another: {}", free.size(),
						this.first.place().database(), changelog.findObstacle().orElse("their product has no replay"));
			}
			return false;
		}
		if (changelog.changeSets().isEmpty()) {
			note(notes, group);
			group.forEach((schema) -> this.results.succeed(schema, List.of()));
		}
		else {
			new GroupReplay(this.source, replay, changelog.names(), this.workers, this.results, this::fail).run(free);
		}
		return true;
	}

	private StateNotes notes(SchemaStates.@Nullable Note note) {
		return (connection, schemas) -> {
			if (note != null && this.stateful) {
				this.states.write(connection, schemas, note);
			}
		};
	}

	private void note(StateNotes notes, List<String> schemas) throws SQLException {
		try (Connection connection = this.source.getConnection()) {
			try (Ending last = Ending.ofTransaction(connection)) {
				notes.write(connection, schemas);
				connection.commit();
			}
		}
	}

	/**
	 * Compiles for a group, or fails it and returns {@code null}. A schema that was
	 * dropped or migrated meanwhile stands for nothing; that one is looked at again.
	 */
	private @Nullable Compilation compile(History history, List<String> group)
			throws SQLException, InterruptedException {
		Compilation known = this.compiled.get(history);
		while (known == null && !group.isEmpty()) {
			GroupReplay.requireUninterrupted();
			String representative = group.get(0);
			try {
				Compilation made = this.liquibase.compile(this.results.place(representative), history);
				if (isStill(representative, history)) {
					known = made;
					this.compiled.put(history, known);
				}
				else {
					group.remove(representative);
				}
			}
			catch (MigrationException | SQLException ex) {
				if (isMissing(representative, ex)) {
					this.results.failMissing(representative);
					group.remove(representative);
				}
				else {
					group.forEach((schema) -> this.results.fail(schema, ex));
					group.clear();
				}
			}
		}
		return known;
	}

	private boolean isStill(String schema, History history) throws SQLException {
		try (Connection connection = this.source.getConnection()) {
			return this.histories.read(connection, List.of(schema), (same, failure) -> {
				throw failure;
			}).containsValue(history);
		}
	}

	/** A schema that cannot be migrated, perhaps since it was dropped meanwhile. */
	private void fail(String schema, Exception failure) {
		if (isMissing(schema, failure)) {
			this.results.failMissing(schema);
		}
		else {
			this.results.fail(schema, failure);
		}
	}

	private boolean isMissing(String schema, Exception failure) {
		try {
			return !exists(schema);
		}
		catch (SQLException | RuntimeException ex) {
			failure.addSuppressed(ex);
			return false;
		}
	}

	private boolean exists(String schema) throws SQLException {
		try (Connection connection = this.source.getConnection()) {
			return this.dialect.schemas(connection).contains(schema);
		}
	}

}
