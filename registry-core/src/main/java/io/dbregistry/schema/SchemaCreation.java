package io.dbregistry.schema;

import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.database.Databases;
import io.dbregistry.model.ModelKind;

/**
 * How a schema is to be created: by default in the primary database only, without tables,
 * and failing when there is one of that name. Not safe for use by several threads.
 */
public final class SchemaCreation {

	private List<String> databases = List.of(Databases.PRIMARY);

	private boolean ifNotExists;

	private boolean withModels;

	private boolean withTenantModels;

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
	 * not exist. Models that are fixed to another schema are left out, and so are those
	 * of tenants.
	 * @return this
	 */
	public SchemaCreation withModels() {
		this.withModels = true;
		return this;
	}

	/**
	 * Creates the tables of each database's tenant models in the schema too, as far as
	 * they do not exist. What they refer to has to be there, or to be a tenant model too,
	 * or to be fixed to a schema, or asked for by {@link #withModels()}. The default
	 * schema is refused. When the schema was empty, the changelog of tenants counts as
	 * applied there.
	 * @return this
	 */
	public SchemaCreation withTenantModels() {
		this.withTenantModels = true;
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

	boolean makesTablesOf(ModelKind kind) {
		return (kind == ModelKind.TENANT) ? this.withTenantModels : this.withModels && kind.isManaged();
	}

	boolean makesTenantTables() {
		return this.withTenantModels;
	}

}
