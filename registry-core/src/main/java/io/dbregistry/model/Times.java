package io.dbregistry.model;

/**
 * How often a callback is told of models.
 */
public enum Times {

	/** Of the models that are there, or else of those of the next registration. */
	ONCE,

	/** Of the models that are there, and of each that is registered later. */
	ALWAYS

}
