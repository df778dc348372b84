package io.dbregistry.schema;

/**
 * A schema was asked of a product that has none.
 */
public final class SchemasUnsupportedException extends SchemaException {

	private final String schema;

	SchemasUnsupportedException(String database, String product, String schema) {
		super(database,
				("Database '%s' has no schema '%s', because %s has no schemas at all; "
						+ "remove the schema from the models, or use another product")
					.formatted(database, schema, product),
				null);
		this.schema = schema;
	}

	/**
	 * The schema asked for.
	 * @return its name
	 */
	public String getSchema() {
		return this.schema;
	}

}
