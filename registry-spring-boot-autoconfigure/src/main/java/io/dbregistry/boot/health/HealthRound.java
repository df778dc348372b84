package io.dbregistry.boot.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * One time all databases are asked, with one deadline for all.
 */
final class HealthRound {

	private final List<DatabaseProbe> probes;

	private final Duration timeout;

	/** Guarded by this. */
	private final Map<DatabaseProbe, CompletableFuture<@Nullable Void>> answers = new HashMap<>();

	/** When the answers have to be there; 0 before it has begun. Guarded by this. */
	private long deadline;

	HealthRound(List<DatabaseProbe> probes, Duration timeout) {
		this.probes = List.copyOf(probes);
		this.timeout = timeout;
	}

	/**
	 * Asks all open databases, unless that has been done.
	 * @return how long there is still to wait for answers
	 */
	synchronized Duration begin() {
		long now = System.nanoTime();
		if (this.deadline == 0) {
			this.deadline = now + this.timeout.toNanos();
			this.probes.stream().filter(DatabaseProbe::isOpen).forEach(this::answer);
		}
		return Duration.ofNanos(Math.max(0, this.deadline - now));
	}

	/**
	 * The answer of a database in this round; asks one that was opened since it began.
	 */
	synchronized CompletableFuture<@Nullable Void> answer(DatabaseProbe probe) {
		return this.answers.computeIfAbsent(probe, DatabaseProbe::ask);
	}

	Duration timeout() {
		return this.timeout;
	}

}
