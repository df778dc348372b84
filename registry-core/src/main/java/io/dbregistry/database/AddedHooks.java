package io.dbregistry.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Hooks that come and go after a database was made; they run after those of its settings.
 * <p>
 * One that is added while the database is being opened is part of that opening, or is
 * added when it is open already: there is no moment between. Safe for use by several
 * threads.
 */
final class AddedHooks {

	/** Guarded by this; its lock is taken before that of the gate. */
	private final List<OpenHook> hooks = new ArrayList<>();

	synchronized void add(OpenHook hook) {
		this.hooks.add(hook);
	}

	synchronized void remove(OpenHook hook) {
		this.hooks.remove(hook);
	}

	/**
	 * Finds a hook that an opening has to run yet.
	 * @param run those that it has run
	 * @param end ends the opening when there is none, before any other can be added
	 * @return the hook, or {@code null} when the opening has ended
	 */
	synchronized @Nullable OpenHook nextOrEnd(Collection<OpenHook> run, Runnable end) {
		for (OpenHook hook : this.hooks) {
			if (!run.contains(hook)) {
				return hook;
			}
		}
		end.run();
		return null;
	}

}
