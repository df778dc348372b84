package io.dbregistry.model;

/**
 * Where the declaration of a model comes from, and who owns its table.
 */
public enum ModelKind {

	/** Declared by the application; the registry makes the table. */
	DECLARED,

	/** Declared for a table that is there; it is never made, changed or dropped. */
	REFLECTED,

	/** Declared by the application; each tenant has a table in a schema of its own. */
	TENANT,

	/** Made for a table that was found by a pattern; it is never changed or dropped. */
	PATTERN,

	/**
	 * Made for a many-to-many relation of declared models; the registry makes the table.
	 * The model of a relation of reflected models is reflected, that of a relation of
	 * tenant models is one of each tenant.
	 */
	JOIN;

	/**
	 * Whether the registry makes, changes and drops the table.
	 * @return {@code false} for tables that belong to somebody else
	 */
	public boolean isManaged() {
		return this != REFLECTED && this != PATTERN;
	}

}
