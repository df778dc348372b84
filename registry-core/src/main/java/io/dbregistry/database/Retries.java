package io.dbregistry.database;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs retries of databases that are down, with backoff: after 1 s, 2 s, 4 s … at most a
 * minute. All share one daemon thread, which only starts attempts and never waits for
 * one; it ends when there is nothing to retry, so that it keeps no class loader alive.
 */
final class Retries {

	static final Duration FIRST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private static final ScheduledThreadPoolExecutor scheduler = scheduler();

	private Retries() {
	}

	private static ScheduledThreadPoolExecutor scheduler() {
		ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "registry-retry");
			thread.setDaemon(true);
			return thread;
		});
		scheduler.setKeepAliveTime(5, TimeUnit.SECONDS);
		scheduler.allowCoreThreadTimeOut(true);
		scheduler.setRemoveOnCancelPolicy(true);
		return scheduler;
	}

	/** Runs a retry after a delay, unless it is cancelled. */
	static Future<?> schedule(Runnable retry, Duration delay) {
		return scheduler.schedule(retry, delay.toMillis(), TimeUnit.MILLISECONDS);
	}

	static Duration next(Duration before) {
		Duration doubled = before.multipliedBy(2);
		return (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
	}

}
