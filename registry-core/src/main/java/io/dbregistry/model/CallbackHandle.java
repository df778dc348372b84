package io.dbregistry.model;

/**
 * Ends what {@link Models#onRegister(ModelCallback)} began.
 */
@FunctionalInterface
public interface CallbackHandle extends AutoCloseable {

	/**
	 * Takes the callback away; after the first time this does nothing.
	 */
	@Override
	void close();

}
