package io.dbregistry.model;

/**
 * Told of models while they are registered. It may change the definition and register
 * further models, which are then part of the same registration.
 * <p>
 * Registrations are made one after another, so it must not wait for a thread that
 * registers. What it throws undoes the registration.
 */
@FunctionalInterface
public interface ModelCallback {

	/**
	 * Called once for each model.
	 * @param model the definition, which can be changed until this returns
	 */
	void onRegister(ModelDefinition model);

}
