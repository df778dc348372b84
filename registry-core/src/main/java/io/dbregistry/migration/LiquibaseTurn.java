package io.dbregistry.migration;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Lets whoever changes a database with Liquibase be the only one in this JVM who does so:
 * Liquibase keeps parts of its work in static fields, and one of two that run at the same
 * time can lose its lock to the other. Safe for use by several threads.
 */
public final class LiquibaseTurn {

	private static final ReentrantLock TURN = new ReentrantLock();

	private LiquibaseTurn() {
	}

	/**
	 * Waits for its turn and does the work.
	 * @param work what is done
	 * @param <T> the type of the result
	 * @return what the work returns
	 * @throws Exception what the work throws
	 */
	public static <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
		TURN.lock();
		try {
			return work.call();
		}
		finally {
			TURN.unlock();
		}
	}

}
