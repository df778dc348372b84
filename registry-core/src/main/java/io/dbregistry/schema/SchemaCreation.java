package io.dbregistry.schema;

import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.database.Databases;

/**
 * How a schema is to be created: by default in the primary database only, without tables,
 * and failing when there is one of that name. Not safe for use by several threads.
 */
public final class SchemaCreation {

	private List<String> databases = List.of(Databases.PRIMARY);

	private boolean ifNotExists;

	private boolean withModels;

	SchemaCreation() {
	}

	/**
	 * Takes a schema of that name that exists, and what is in it.
	 * @return this
	 */
	public SchemaCreation ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	/**
	 * Creates the tables of each database's models in the schema too, as far as they do
	 * not exist. Models that are fixed to another schema are left out.
	 * @return this
	 */
	public SchemaCreation withModels() {
		this.withModels = true;
		return this;
	}

	/**
	 * Creates the schema in these databases, instead of the primary one.
	 * @param database the name of a database
	 * @param more the names of further databases
	 * @return this
	 */
	public SchemaCreation on(String database, String... more) {
		this.databases = Stream.concat(Stream.of(database), Stream.of(more)).distinct().toList();
		return this;
	}

	List<String> databases() {
		return this.databases;
	}

	boolean takesExisting() {
		return this.ifNotExists;
	}

	boolean makesTables() {
		return this.withModels;
	}

}
