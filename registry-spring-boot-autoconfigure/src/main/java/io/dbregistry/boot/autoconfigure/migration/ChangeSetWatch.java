package io.dbregistry.boot.autoconfigure.migration;

import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.integration.spring.Customizer;
import org.jspecify.annotations.Nullable;

/**
 * Knows how far migrations have come, so that a failure can be told apart: before there
 * is a connection it is none of the changelog. A listener that a customizer of the
 * application sets takes the place of this one.
 */
final class ChangeSetWatch implements Customizer<Liquibase> {

	private final @Nullable Customizer<Liquibase> next;

	private boolean migrating;

	private @Nullable String current;

	/**
	 * Creates the watch of one run.
	 * @param next the customizer of the application
	 */
	ChangeSetWatch(@Nullable Customizer<Liquibase> next) {
		this.next = next;
	}

	/** There is a connection. */
	void begin() {
		this.migrating = true;
	}

	/** Whether it is migrated; {@code false} while others do something. */
	boolean isMigrating() {
		return this.migrating;
	}

	/** The change set that is being applied, or was when something failed. */
	@Nullable String current() {
		return this.current;
	}

	@Override
	public void customize(Liquibase liquibase) {
		liquibase.setChangeExecListener(new Listener());
		if (this.next != null) {
			this.migrating = false;
			this.next.customize(liquibase);
			this.migrating = true;
		}
	}

	/** A class of its own, which a start without work does not load. */
	private final class Listener extends AbstractChangeExecListener {

		@Override
		public void willRun(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database,
				ChangeSet.RunStatus runStatus) {
			ChangeSetWatch.this.current = changeSet.toString(false);
		}

		@Override
		public void ran(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database,
				ChangeSet.ExecType result) {
			ChangeSetWatch.this.current = null;
		}

	}

}
