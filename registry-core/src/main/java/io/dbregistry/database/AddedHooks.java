package io.dbregistry.database;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

/**
 * Hooks that come and go after a database was made; they run after those of its settings.
 * Safe for use by several threads.
 */
final class AddedHooks implements OpenHook {

	private final List<OpenHook> hooks = new CopyOnWriteArrayList<>();

	void add(OpenHook hook) {
		this.hooks.add(hook);
	}

	void remove(OpenHook hook) {
		this.hooks.remove(hook);
	}

	@Override
	public void opened(DataSource dataSource) throws SQLException {
		Deque<OpenHook> run = new ArrayDeque<>();
		try {
			for (OpenHook hook : this.hooks) {
				hook.opened(dataSource);
				run.push(hook);
			}
		}
		catch (SQLException | RuntimeException ex) {
			run.forEach((hook) -> undo(hook, ex));
			throw ex;
		}
	}

	private static void undo(OpenHook hook, Exception failure) {
		try {
			hook.undo();
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

}
