package io.dbregistry.schema;

/**
 * A schema that others rely on was to be dropped: the default one of a database, the
 * registry's own, or one of the product's. Nothing was dropped.
 */
public final class ProtectedSchemaException extends SchemaException {

	private final String schema;

	/**
	 * Creates the exception.
	 * @param reason what the schema is, to end a sentence
	 */
	ProtectedSchemaException(String database, String schema, String reason) {
		super(database, ("Schema '%s' of database '%s' is not dropped: it is %s; if nobody needs it any more, ask for "
				+ "drop.force()")
			.formatted(schema, database, reason), null);
		this.schema = schema;
	}

	/**
	 * The schema that was to be dropped.
	 * @return its name
	 */
	public String getSchema() {
		return this.schema;
	}

}
