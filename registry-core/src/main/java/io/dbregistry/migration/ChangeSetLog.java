package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;

import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Notes what Liquibase does, and tells it.
 */
final class ChangeSetLog extends AbstractChangeExecListener {

	private final MigrationTask task;

	private final List<String> done = new ArrayList<>();

	/** The one that is being applied, or was when something failed. */
	private @Nullable String current;

	private boolean joining;

	ChangeSetLog(MigrationTask task) {
		this.task = task;
	}

	List<String> done() {
		return List.copyOf(this.done);
	}

	@Nullable String current() {
		return this.current;
	}

	/** Whether a change set is being applied that has to be one with its history. */
	boolean isJoining() {
		return this.joining;
	}

	@Override
	public void willRun(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database,
			ChangeSet.RunStatus runStatus) {
		start(changeSet);
	}

	/** Of a change set that is skipped no change is run, and nothing more is told. */
	@Override
	public void willRun(Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
		this.joining = changeSet.isRunInTransaction();
	}

	@Override
	public void ran(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.ExecType result) {
		commit(database);
		if (result.ran || result == ChangeSet.ExecType.MARK_RAN) {
			end(changeSet);
		}
	}

	@Override
	public void willRollback(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
		start(changeSet);
		this.joining = changeSet.isRunInTransaction();
	}

	@Override
	public void rolledBack(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
		commit(database);
		end(changeSet);
	}

	@Override
	public void runFailed(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, Exception failure) {
		this.joining = false;
	}

	@Override
	public void rollbackFailed(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, Exception failure) {
		this.joining = false;
	}

	private void commit(Database database) {
		this.joining = false;
		this.current = null;
		try {
			database.commit();
		}
		catch (DatabaseException ex) {
			throw new UnexpectedLiquibaseException(ex);
		}
	}

	private void start(ChangeSet changeSet) {
		String name = changeSet.toString(false);
		this.current = name;
		MigrationPlace place = this.task.place();
		this.task.options().tell(place, (listener) -> listener.starting(place.database(), place.schema(), name));
	}

	private void end(ChangeSet changeSet) {
		String name = changeSet.toString(false);
		this.done.add(name);
		MigrationPlace place = this.task.place();
		this.task.options().tell(place, (listener) -> listener.done(place.database(), place.schema(), name));
	}

}
