package io.dbregistry.model;

/**
 * What becomes of a model whose name is taken.
 */
public enum Conflict {

	/** It is refused. */
	ERROR,

	/** The one that is there stays, and no callback is told. */
	KEEP,

	/** It takes the place of the one that is there, and permanent callbacks are told. */
	REPLACE

}
