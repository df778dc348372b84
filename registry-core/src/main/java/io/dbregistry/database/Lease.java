package io.dbregistry.database;

/**
 * Somebody's claim that a database, or all databases of a registry, stay open.
 *
 * <pre>{@code
 * try (Lease lease = registry.open()) {
 * 	// connected
 * }
 * }</pre>
 *
 * A lease counts once, however often it is released, and may be released by another
 * thread than the one that got it.
 */
public interface Lease extends AutoCloseable {

	/**
	 * Who holds it, as shown in health and errors.
	 * @return the holder's name
	 */
	String holder();

	/**
	 * Gives the claim back; the last one given back closes what was opened.
	 * @return {@code true} for the call that gave it back, {@code false} when it had been
	 * given back or cut off before, in which case nothing changes
	 */
	boolean release();

	/**
	 * Does what {@link #release()} does.
	 */
	@Override
	default void close() {
		release();
	}

}
