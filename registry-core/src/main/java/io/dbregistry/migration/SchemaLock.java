package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all others from migrating a schema: those who use the registry, and those who use
 * Liquibase without it.
 */
final class SchemaLock {

	private static final Logger logger = LoggerFactory.getLogger(SchemaLock.class);

	private static final Duration PAUSE = Duration.ofMillis(100);

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
	Optional<Held> acquire(BooleanSupplier done) throws SQLException {
		Instant deadline = Instant.now().plus(this.task.settings().lockTimeout());
		while (!this.lock.tryAcquire(this.connection)) {
			if (done.getAsBoolean()) {
				return Optional.empty();
			}
			if (Instant.now().isAfter(deadline)) {
				throw failure("it is locked by %s; wait for that instance of the application, or end it"
					.formatted(this.lock.findHolder(this.connection).orElse("another instance")));
			}
			pause();
		}
		try {
			return isRowFree(deadline, done) ? Optional.of(this::release) : given();
		}
		catch (SQLException | RuntimeException ex) {
			try {
				release();
			}
			catch (SQLException later) {
				ex.addSuppressed(later);
			}
			throw ex;
		}
	}

	private Optional<Held> given() throws SQLException {
		release();
		return Optional.empty();
	}

	private void release() throws SQLException {
		this.lock.release(this.connection);
	}

	/** Waits for the row; returns whether there is still something to do then. */
	private boolean isRowFree(Instant deadline, BooleanSupplier done) throws SQLException {
		Optional<LockRow.Held> held = this.row.find(this.connection);
		while (held.isPresent()) {
			if (done.getAsBoolean()) {
				return false;
			}
			if (mayTakeOver(held.get())) {
				logger.warn("Lock '{}' of {} is taken over from {}", this.task.settings().lockTable(),
						this.task.place(), held.get());
				this.row.takeOver(this.connection, held.get());
			}
			else if (Instant.now().isAfter(deadline)) {
				throw failure(
						"'%s' is locked by %s; wait for that process, or if it is dead, take its lock over by takeOverLock()"
							.formatted(this.task.settings().lockTable(), held.get()));
			}
			else {
				pause();
			}
			held = this.row.find(this.connection);
		}
		return true;
	}

	private boolean mayTakeOver(LockRow.Held held) {
		Duration age = this.task.settings().takeOverLockAfter();
		return this.task.options().takesOver() || (age != null && held.age().compareTo(age) >= 0);
	}

	private MigrationException failure(String reason) {
		return new MigrationException(this.task.place(), null, reason, null);
	}

	private void pause() {
		try {
			Thread.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MigrationException(this.task.place(), null,
					"it was interrupted while it waited for a lock; migrate again", ex);
		}
	}

	/**
	 * A lock that is held until this is closed.
	 */
	@FunctionalInterface
	interface Held extends AutoCloseable {

		@Override
		void close() throws SQLException;

	}

}
