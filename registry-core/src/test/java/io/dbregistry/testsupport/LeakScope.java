package io.dbregistry.testsupport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The databases that a test or a test class created: closed, and checked, with it. */
final class LeakScope implements AutoCloseable {

	/** Innermost first; guarded by itself. */
	private static final Deque<LeakScope> SCOPES = new ArrayDeque<>();

	private final String owner;

	/** Guarded by {@link #SCOPES}. */
	private final List<TestDatabase> databases = new ArrayList<>();

	private LeakScope(String owner) {
		this.owner = owner;
	}

	static LeakScope open(String owner) {
		LeakScope scope = new LeakScope(owner);
		synchronized (SCOPES) {
			SCOPES.push(scope);
		}
		return scope;
	}

	static void add(TestDatabase database) {
		synchronized (SCOPES) {
			LeakScope scope = SCOPES.peek();
			if (scope != null) {
				scope.databases.add(database);
			}
		}
	}

	@Override
	public void close() {
		synchronized (SCOPES) {
			SCOPES.remove(this);
		}
		List<String> leaks = new ArrayList<>();
		for (TestDatabase database : this.databases) {
			database.close();
			if (database.leaked() > 0) {
				leaks.add(database.leaked() + " to " + database);
			}
		}
		if (!leaks.isEmpty()) {
			throw new AssertionError(
					this.owner + " left connections open, the server lists " + String.join(", ", leaks));
		}
	}

}
