package io.dbregistry.boot.startup;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.database.OpenHook;
import org.jspecify.annotations.Nullable;

/**
 * Work on a database that is done once, while the application starts, or as soon as the
 * database can be opened if it is down then.
 * <ol>
 * <li>When the database is opened before {@link #start()}, that is noted and nothing is
 * done: work of several databases has an order, and may take longer than opening.
 * <li>{@link #start()} does the work of a database that was opened; otherwise the work
 * waits.
 * <li>Opening a database does the work that waits, and fails when it does.
 * </ol>
 * Safe for use by several threads.
 */
public final class StartupWork implements OpenHook {

	/** Guarded by this. */
	private final List<Work> work = new ArrayList<>();

	/** What it was opened with; guarded by this. */
	private @Nullable DataSource opened;

	/** Guarded by this. */
	private boolean started;

	/** Guarded by this. */
	private boolean done;

	/**
	 * Creates work that has not been started.
	 * @param work what is to be done
	 */
	public StartupWork(Work work) {
		this.work.add(work);
	}

	@Override
	public synchronized void opened(DataSource dataSource) {
		this.opened = dataSource;
		if (this.started) {
			runOnce(dataSource);
		}
	}

	/**
	 * Does the work, or lets it wait for the database.
	 * @return whether it is done
	 */
	public synchronized boolean start() {
		this.started = true;
		if (this.opened != null) {
			runOnce(this.opened);
		}
		return this.done;
	}

	/**
	 * Adds further work, unless it comes too late.
	 * @param more what is to be done after the rest
	 * @return whether it will be done; {@code false} when the rest is done already
	 */
	public synchronized boolean add(Work more) {
		if (this.done) {
			return false;
		}
		this.work.add(more);
		return true;
	}

	private void runOnce(DataSource dataSource) {
		if (!this.done) {
			this.work.forEach((work) -> work.run(dataSource));
			this.done = true;
		}
	}

	/**
	 * What is to be done.
	 */
	@FunctionalInterface
	public interface Work {

		/**
		 * Does it.
		 * @param dataSource the connections of the database
		 */
		void run(DataSource dataSource);

	}

}
