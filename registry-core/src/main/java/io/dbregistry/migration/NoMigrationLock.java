package io.dbregistry.migration;

import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * For products without a lock that ends with its connection: within one process one
 * migration is after the other, and for other processes Liquibase locks by a row of its
 * own, which one that dies leaves behind.
 */
final class NoMigrationLock implements MigrationLock {

	private static final ReentrantLock TURN = new ReentrantLock();

	@Override
	public boolean tryAcquire(Connection connection) {
		return TURN.tryLock();
	}

	@Override
	public void release(Connection connection) {
		TURN.unlock();
	}

	@Override
	public Optional<String> findHolder(Connection connection) {
		return TURN.isLocked() ? Optional.of("another thread of this process") : Optional.empty();
	}

	@Override
	public boolean isOurs() {
		return false;
	}

}
