package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

/**
 * Keeps all others from migrating a schema: those who use the registry, and those who use
 * Liquibase without it.
 */
final class SchemaLock {

	private final MigrationTask task;

	private final Connection connection;

	private final MigrationLock lock;

	private final LockRow row;

	private SchemaLock(MigrationTask task, Connection connection, MigrationLock lock) {
		this.task = task;
		this.connection = connection;
		this.lock = lock;
		this.row = new LockRow(task);
	}

	/**
	 * The lock of a schema, not held.
	 * @param source further connections of the database
	 * @param connection the one that is going to migrate
	 */
	static SchemaLock of(MigrationTask task, DataSource source, Connection connection) throws SQLException {
		String schema = task.place().schema();
		if (schema == null) {
			schema = task.dialect().findCurrentSchema(connection).orElse("");
		}
		return new SchemaLock(task, connection, MigrationLock.of(task.dialect(), source, schema, task.place().home()));
	}

	/** Who holds it. */
	SchemaStatus.Lock find() throws SQLException {
		Optional<String> ours = this.lock.findHolder(this.connection);
		if (ours.isPresent()) {
			return new SchemaStatus.Lock(ours.get(), null);
		}
		return this.row.find(this.connection)
			.map((held) -> new SchemaStatus.Lock(held.holder(), held.age()))
			.orElseGet(() -> new SchemaStatus.Lock(null, null));
	}

	/** Whether Liquibase has to lock nothing while this is held. */
	boolean isOurs() {
		return this.lock.isOurs();
	}

	/**
	 * Waits until nobody else migrates the schema, or nothing is left to do.
	 * @param done whether another instance has done it all
	 * @return what gives the lock back, or empty when nothing is left to do
	 * @throws MigrationException if others take longer than may be waited
	 */
	Optional<Ending> acquire(BooleanSupplier done) throws SQLException {
		LockWait wait = this.task.options().waitFor(this.task.settings().lockTimeout());
		while (!this.lock.tryAcquire(this.connection)) {
			if (done.getAsBoolean()) {
				return Optional.empty();
			}
			pause(wait, () -> this.lock.findHolder(this.connection).orElse("another instance"),
					MigrationLock.NEXT_STEP);
		}
		try {
			return isRowFree(wait, done) ? Optional.of(this::release) : given();
		}
		catch (SQLException | RuntimeException ex) {
			try (Ending last = this::release) {
				throw ex;
			}
		}
	}

	private Optional<Ending> given() throws SQLException {
		release();
		return Optional.empty();
	}

	private void release() throws SQLException {
		this.lock.release(this.connection);
	}

	/** Waits for the row; returns whether there is still something to do then. */
	private boolean isRowFree(LockWait wait, BooleanSupplier done) throws SQLException {
		Optional<LockRow.Held> held = this.row.find(this.connection);
		while (held.isPresent()) {
			if (done.getAsBoolean()) {
				return false;
			}
			LockRow.Held known = held.get();
			if (!this.row.tryTakeOver(this.connection, known)) {
				pause(wait, () -> known + " in table '%s'".formatted(this.task.settings().lockTable()),
						LockRow.NEXT_STEP);
			}
			held = this.row.find(this.connection);
		}
		return true;
	}

	private void pause(LockWait wait, LockWait.Reason holder, String nextStep) throws SQLException {
		if (wait.isOver()) {
			this.task.options().waitedInVain(wait.waited());
			throw new MigrationException(this.task.place(), null, "it is locked by %s, still after %s; %s"
				.formatted(holder.text(), LockWait.describe(wait.waited()), nextStep), null);
		}
		try {
			wait.pause(() -> "%s is locked by %s".formatted(this.task.place(), holder.text()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MigrationException(this.task.place(), null,
					"it was interrupted while it waited for a lock; try again", ex);
		}
	}

}
