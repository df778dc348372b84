package io.dbregistry.schema;

/**
 * Completes a schema that was empty and has the tables of all models now. Implemented by
 * the migrations, whose history begins with these tables then.
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

}
