package io.dbregistry.boot.health;

import java.time.Duration;
import java.util.List;

/**
 * One time all databases are asked, with one deadline for all.
 */
final class HealthRound {

	private final List<DatabaseProbe> probes;

	private final Duration timeout;

	/** When the answers have to be there; 0 before it has begun. Guarded by this. */
	private long deadline;

	HealthRound(List<DatabaseProbe> probes, Duration timeout) {
		this.probes = List.copyOf(probes);
		this.timeout = timeout;
	}

	/**
	 * Asks all databases, unless that has been done.
	 * @return how long there is still to wait for answers
	 */
	synchronized Duration begin() {
		long now = System.nanoTime();
		if (this.deadline == 0) {
			this.deadline = now + this.timeout.toNanos();
			this.probes.forEach(DatabaseProbe::ask);
		}
		return Duration.ofNanos(Math.max(0, this.deadline - now));
	}

	Duration timeout() {
		return this.timeout;
	}

}
