package io.dbregistry.query;

/**
 * Told of every statement that repositories and queries have executed.
 * <p>
 * Called on the thread that executed the statement, after its connection was given back.
 * Implementations are safe for use by several threads; what they throw reaches the
 * caller, although the statement has been executed.
 */
@FunctionalInterface
public interface StatementListener {

	/**
	 * Called after a statement, also when it failed.
	 * @param execution what was executed
	 */
	void executed(StatementExecution execution);

}
