package io.dbregistry.database;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The attempts of one gate that have not ended, guarded by its lock. One that hangs
 * beyond its limit is followed by one other, never by more: a driver that ignores time
 * limits and interrupts costs two threads, not one for each retry.
 */
final class OpenAttempts {

	private static final int MOST = 2;

	private final @Nullable ClassLoader classLoader = Thread.currentThread().getContextClassLoader();

	/** The latest last. */
	private final Deque<OpenAttempt> running = new ArrayDeque<>();

	/** The attempt to join; a new one is started. */
	OpenAttempt current(Supplier<OpenAttempt> maker) {
		OpenAttempt latest = this.running.peekLast();
		if (latest != null && (!latest.isGivenUp() || this.running.size() >= MOST)) {
			return latest;
		}
		if (latest != null) {
			latest.giveUp();
		}
		OpenAttempt attempt = maker.get();
		attempt.start(this.classLoader);
		this.running.addLast(attempt);
		return attempt;
	}

	void remove(OpenAttempt ended) {
		this.running.remove(ended);
	}

	Stream<GateLease> waiting() {
		return this.running.stream().flatMap((attempt) -> attempt.waiting.stream());
	}

	/** Gives up those that nobody waits for. */
	void giveUpUnwanted() {
		this.running.stream().filter((attempt) -> attempt.waiting.isEmpty()).forEach(OpenAttempt::giveUp);
	}

	/** Ends all waits; nobody becomes a holder. */
	void cutOff(Throwable reason) {
		this.running.forEach((attempt) -> attempt.cutOff(reason));
		giveUpUnwanted();
	}

}
