package io.dbregistry.database;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.dbregistry.database.ConnectionSource.OpenPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is told of opening and closing a database, in the log and in exceptions; never a
 * secret.
 */
final class OpenReport {

	private static final Logger logger = LoggerFactory.getLogger(Database.class);

	private final String name;

	private final ConnectionSource source;

	/** Whether it could be declared as one that may be down. */
	private final boolean optional;

	OpenReport(String name, ConnectionSource source, boolean required) {
		this.name = name;
		this.source = source;
		this.optional = required && !name.equals(Databases.PRIMARY);
	}

	DatabaseOpenException failed(@Nullable Throwable failure) {
		Throwable safe = (failure != null) ? Secrets.scrub(failure, this.source.secrets()) : null;
		String reason = (safe != null) ? String.valueOf(safe.getMessage()) : "no reason given";
		if (failure instanceof Probe.NoDriverException) {
			return new MissingDriverException(this.name, this.source.url(), reason, safe);
		}
		String nextStep = OpenFailure.of(failure).nextStep(this.optional);
		return new DatabaseOpenException(this.name, this.source.url(),
				(nextStep.isEmpty() ? reason : reason.replaceFirst("\\.$", "")) + nextStep, safe);
	}

	DatabaseOpenException timedOut(Duration limit) {
		return new DatabaseOpenException(this.name, this.source.url(),
				"no answer within %d ms; the server, or something before it, takes the connection but stays silent"
					.formatted(limit.toMillis()),
				null);
	}

	DatabaseOpenException stillClosing(Duration limit) {
		return new DatabaseOpenException(this.name, this.source.url(),
				"its former pool is still being closed after %d ms; a connection that is in use may hang, try again"
					.formatted(limit.toMillis()),
				null);
	}

	IllegalStateException cutOffWhileOpening() {
		return new IllegalStateException("it was closed by force while it was being opened; acquire it again");
	}

	DatabaseOpenException interrupted(InterruptedException cause) {
		return new DatabaseOpenException(this.name, this.source.url(),
				"the thread that waits for it was interrupted; nothing stays open, acquire it again", cause);
	}

	void unavailable(DatabaseOpenException failure) {
		logger.warn("{}; the application goes on without it and it is retried in the background", failure.getMessage());
	}

	void opened(OpenPool pool, Duration openTime, DatabaseStatus.@Nullable Outage outage) {
		Probe.Answer answer = pool.answer();
		String after = (outage != null) ? "; it was not available for %d s"
			.formatted(Duration.between(outage.since(), Instant.now()).toSeconds()) : "";
		logger.info("Database '{}' is open: {} {}, {}, pool {}, {} ms{}", this.name, answer.dialect().product(),
				answer.version(), (answer.schema() != null) ? "schema " + answer.schema() : "no schemas",
				pool.description(), openTime.toMillis(), after);
	}

	void closed() {
		logger.debug("Database '{}' is closed", this.name);
	}

	DatabaseCloseException closeFailed(Exception failure) {
		return new DatabaseCloseException(this.name, Secrets.scrub(failure, this.source.secrets()));
	}

	void surplusCloseFailed(Exception failure) {
		logger.warn("Closing the pool of database '{}', which nobody waited for any more, failed", this.name,
				Secrets.scrub(failure, this.source.secrets()));
	}

	void cutOff(List<String> holders) {
		logger.warn("Database '{}' is closed by force and cuts off '{}'", this.name, String.join("', '", holders));
	}

	void usedUnconnected() {
		logger.warn("Database '{}' was used while it was not open; it has been opened and is kept open. "
				+ "Open the registry first: try (Lease lease = registry.open()) { … }", this.name);
	}

}
