package io.dbregistry.boot.endpoint;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.dbregistry.Registry;
import io.dbregistry.boot.endpoint.MigrationsEndpoint.DatabaseMigrations;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.migration.DriftReport.SchemaDrift;
import io.dbregistry.migration.Migrations;
import io.dbregistry.migration.SchemaStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each database on a thread of its own. While an earlier question has no answer,
 * that one is waited for and no further thread is spent. Safe for use by several threads.
 */
final class MigrationQuestions {

	private static final Logger logger = LoggerFactory.getLogger(MigrationQuestions.class);

	private final Duration limit;

	/** Without answer. Guarded by this. */
	private final Map<Question, CompletableFuture<DatabaseMigrations>> open = new HashMap<>();

	MigrationQuestions(Duration limit) {
		this.limit = limit;
	}

	Duration limit() {
		return this.limit;
	}

	/**
	 * Asks a database, unless it is not open: its pool would wait for it without limit.
	 * @return the answer to wait for
	 */
	CompletableFuture<DatabaseMigrations> ask(Registry registry, String database, boolean sql) {
		if (registry.databases().get(database).status().state() != DatabaseStatus.State.OPEN) {
			return CompletableFuture.completedFuture(DatabaseMigrations.silent("not open"));
		}
		Question question = new Question(registry, database, this.limit, sql);
		CompletableFuture<DatabaseMigrations> answer = new CompletableFuture<>();
		synchronized (this) {
			CompletableFuture<DatabaseMigrations> earlier = this.open.putIfAbsent(question, answer);
			if (earlier != null) {
				return earlier;
			}
		}
		Thread thread = new Thread(() -> answer(question, answer), "registry-migrations-" + database);
		thread.setDaemon(true);
		thread.start();
		return answer;
	}

	/** Whoever asks after an answer came asks anew. */
	private void answer(Question question, CompletableFuture<DatabaseMigrations> answer) {
		try {
			DatabaseMigrations found = question.ask();
			forget(question);
			answer.complete(found);
		}
		catch (Throwable ex) {
			forget(question);
			answer.completeExceptionally(ex);
		}
	}

	private synchronized void forget(Question question) {
		this.open.remove(question);
	}

	/**
	 * Waits for an answer. The message of a failure is for the log only: it may name the
	 * server, the user and the database.
	 */
	DatabaseMigrations await(String database, CompletableFuture<DatabaseMigrations> answer, long deadline) {
		try {
			return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			return DatabaseMigrations.silent("no answer within %d ms".formatted(this.limit.toMillis()));
		}
		catch (ExecutionException ex) {
			logger.warn("The migrations of database '{}' can't be read now: {}", database,
					String.valueOf(ex.getCause()));
			return DatabaseMigrations.silent("it can't be read now, as the log says");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return DatabaseMigrations.silent("interrupted");
		}
	}

	/**
	 * What is asked.
	 */
	private record Question(Registry registry, String database, Duration limit, boolean sql) {

		/** One that does not answer is not to stop Liquibase for all others. */
		DatabaseMigrations ask() throws SQLException {
			this.registry.databases().get(this.database).ping(this.limit);
			Migrations migrations = this.registry.migrations();
			List<SchemaStatus> schemas = migrations.status(this.database);
			List<SchemaDrift> drift = (schemas.size() > 1) ? migrations.drift(this.database).schemas() : List.of();
			return new DatabaseMigrations(schemas, drift, this.sql ? migrations.sql(this.database, (options) -> {
			}) : null, null);
		}

	}

}
