package io.dbregistry.schema;

import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.database.Databases;

/**
 * How a schema is to be dropped: by default in the primary database only, failing when
 * there is none of that name or when anything is in it. Not safe for use by several
 * threads.
 */
public final class SchemaRemoval {

	private List<String> databases = List.of(Databases.PRIMARY);

	private boolean ifExists;

	private boolean cascade;

	private boolean force;

	SchemaRemoval() {
	}

	/**
	 * Passes over databases that have no such schema.
	 * @return this
	 */
	public SchemaRemoval ifExists() {
		this.ifExists = true;
		return this;
	}

	/**
	 * Drops everything that is in the schema too, and the foreign keys of other schemas
	 * that refer to it. This cannot be undone.
	 * @return this
	 */
	public SchemaRemoval cascade() {
		this.cascade = true;
		return this;
	}

	/**
	 * Drops the schema even if it is the default of the database, the registry's own or
	 * one of the product's. The database may still refuse.
	 * @return this
	 */
	public SchemaRemoval force() {
		this.force = true;
		return this;
	}

	/**
	 * Drops the schema in these databases, instead of the primary one.
	 * @param database the name of a database
	 * @param more the names of further databases
	 * @return this
	 */
	public SchemaRemoval on(String database, String... more) {
		this.databases = Stream.concat(Stream.of(database), Stream.of(more)).distinct().toList();
		return this;
	}

	List<String> databases() {
		return this.databases;
	}

	boolean passesOverMissing() {
		return this.ifExists;
	}

	boolean cascades() {
		return this.cascade;
	}

	boolean isForced() {
		return this.force;
	}

}
