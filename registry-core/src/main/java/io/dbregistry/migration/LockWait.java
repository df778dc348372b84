package io.dbregistry.migration;

import java.sql.SQLException;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that others are waited for. It runs by a clock that nobody sets. People are
 * told when it begins, and once a minute. Not safe for use by several threads.
 */
final class LockWait {

	private static final Logger logger = LoggerFactory.getLogger(LockWait.class);

	private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

	private static final Duration SHORTEST = Duration.ofMillis(100);

	private static final Duration LONGEST = Duration.ofSeconds(1);

	private final Duration limit;

	private long start = System.nanoTime();

	private long line = this.start;

	LockWait(Duration limit) {
		this.limit = limit;
	}

	/** Begins anew, since the others go on. */
	void restart() {
		this.start = System.nanoTime();
	}

	boolean isOver() {
		return waited().compareTo(this.limit) >= 0;
	}

	Duration waited() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	/**
	 * Waits for a moment.
	 * @param reason says what is waited for, with who has it
	 */
	void pause(Reason reason) throws SQLException, InterruptedException {
		long now = System.nanoTime();
		if (now - this.line >= 0) {
			this.line = now + BETWEEN_LINES.toNanos();
			logger.info("{}; waiting for {} at most", reason.text(), describe(this.limit.minus(waited())));
		}
		long tenth = waited().toMillis() / 10;
		Thread.sleep(Math.max(SHORTEST.toMillis(), Math.min(LONGEST.toMillis(), tenth)));
	}

	/** A time for people, such as {@code 5 minutes} or {@code 40 s}. */
	static String describe(Duration time) {
		if (time.toSeconds() < 120) {
			return (time.toSeconds() > 0) ? time.toSeconds() + " s" : Math.max(0, time.toMillis()) + " ms";
		}
		if (time.toMinutes() < 120) {
			return time.toMinutes() + " minutes";
		}
		return (time.toHours() < 48) ? time.toHours() + " hours" : time.toDays() + " days";
	}

	/**
	 * Says what is waited for.
	 */
	@FunctionalInterface
	interface Reason {

		String text() throws SQLException;

	}

}
