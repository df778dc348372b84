package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;

import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Notes what Liquibase does, and tells it.
 */
final class ChangeSetLog extends AbstractChangeExecListener {

	private final MigrationTask task;

	private final List<String> done = new ArrayList<>();

	/** The one that is being applied, or was when something failed. */
	private @Nullable String current;

	ChangeSetLog(MigrationTask task) {
		this.task = task;
	}

	List<String> done() {
		return List.copyOf(this.done);
	}

	@Nullable String current() {
		return this.current;
	}

	@Override
	public void willRun(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database,
			ChangeSet.RunStatus runStatus) {
		start(changeSet);
	}

	@Override
	public void ran(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.ExecType result) {
		if (result.ran || result == ChangeSet.ExecType.MARK_RAN) {
			end(changeSet);
		}
		else {
			this.current = null;
		}
	}

	@Override
	public void willRollback(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
		start(changeSet);
	}

	@Override
	public void rolledBack(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
		end(changeSet);
	}

	private void start(ChangeSet changeSet) {
		String name = changeSet.toString(false);
		this.current = name;
		MigrationPlace place = this.task.place();
		this.task.options().tell((listener) -> listener.starting(place.database(), place.schema(), name));
	}

	private void end(ChangeSet changeSet) {
		String name = changeSet.toString(false);
		this.current = null;
		this.done.add(name);
		MigrationPlace place = this.task.place();
		this.task.options().tell((listener) -> listener.done(place.database(), place.schema(), name));
	}

}
