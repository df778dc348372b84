package io.dbregistry.boot.startup;

import org.jspecify.annotations.Nullable;

/**
 * Lets several things be done although one fails: the first failure is thrown in the end,
 * the others are its suppressed exceptions. Not safe for use by several threads.
 */
public final class Failures {

	private @Nullable RuntimeException first;

	/**
	 * Does one thing and keeps its failure.
	 * @param work what to do
	 */
	public void collect(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			if (this.first == null) {
				this.first = ex;
			}
			else if (this.first != ex) {
				this.first.addSuppressed(ex);
			}
		}
	}

	/**
	 * Throws the first failure, if there is one.
	 */
	public void throwFirst() {
		if (this.first != null) {
			throw this.first;
		}
	}

}
