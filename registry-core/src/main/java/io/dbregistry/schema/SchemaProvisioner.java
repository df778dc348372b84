package io.dbregistry.schema;

/**
 * Completes a schema that was empty and has the tables of all models now, or those of all
 * models of tenants. Implemented by the migrations, whose history begins with these
 * tables then.
 */
public interface SchemaProvisioner {

	/**
	 * Whether there is anything to complete in the schema of a database.
	 * @param database the name of the database
	 * @return {@code false} to be asked no further
	 */
	boolean provisions(String database);

	/**
	 * Called when the schema of a database was empty and all tables were made.
	 * @param database the name of the database
	 */
	void provisioned(String database);

	/**
	 * Whether there is anything to complete in the schemas of tenants in a database.
	 * @param database the name of the database
	 * @return {@code false} to be asked no further
	 */
	boolean provisionsTenants(String database);

	/**
	 * Called when the schema of a tenant was empty and all its tables were made.
	 * @param database the name of the database
	 * @param schema the exact name of the schema
	 */
	void tenantProvisioned(String database, String schema);

}
