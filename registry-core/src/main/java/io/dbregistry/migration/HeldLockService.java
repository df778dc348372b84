package io.dbregistry.migration;

import liquibase.Scope;
import liquibase.database.Database;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockService;

/**
 * The lock of Liquibase while the registry holds its own: there is nothing to do. It is
 * public only because Liquibase makes it, and it takes no part in anything else that uses
 * Liquibase: it offers itself within work of the registry alone.
 */
public final class HeldLockService implements LockService {

	/** What the scope of such work has. */
	static final String HELD = "io.dbregistry.migration.held";

	/**
	 * Called by Liquibase.
	 */
	public HeldLockService() {
	}

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE + 1000;
	}

	@Override
	public boolean supports(Database database) {
		return Scope.getCurrentScope().get(HELD, false);
	}

	@Override
	public void setDatabase(Database database) {
	}

	@Override
	public void setChangeLogLockWaitTime(long minutes) {
	}

	@Override
	public void setChangeLogLockRecheckTime(long seconds) {
	}

	@Override
	public boolean hasChangeLogLock() {
		return true;
	}

	@Override
	public void waitForLock() {
	}

	@Override
	public boolean acquireLock() {
		return true;
	}

	@Override
	public void releaseLock() {
	}

	@Override
	public DatabaseChangeLogLock[] listLocks() {
		return new DatabaseChangeLogLock[0];
	}

	@Override
	public void forceReleaseLock() {
	}

	@Override
	public void reset() {
	}

	@Override
	public void init() {
	}

	@Override
	public void destroy() {
	}

}
