package io.dbregistry.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.dbregistry.database.Databases;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.model.Models;
import io.dbregistry.model.UnresolvedReferenceException;

/**
 * What the models of a registry say of its databases: their tables and sequences, each
 * database under its own name.
 *
 * <pre>{@code
 * Metadata primary = registry.metadata();
 * Metadata archive = registry.metadata("archive", select -> select.inSchemas("y20\\d\\d").withTenants());
 * }</pre>
 *
 * Every answer is immutable, and made anew only after the models changed; tables that did
 * not change are the same objects. The tables of reflected models and patterns are in it,
 * marked as not managed. Safe for use by several threads.
 */
public interface MetadataSource {

	/**
	 * The metadata of some models.
	 * @param databases the databases
	 * @param models the models that live in them
	 * @return the metadata of each database
	 */
	static MetadataSource of(Databases databases, Models models) {
		return new ModelMetadata(databases, models);
	}

	/**
	 * What the models say of the primary database.
	 * @return its tables in the schema of each model, else in that of the database
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 */
	default Metadata metadata() {
		return metadata(Databases.PRIMARY);
	}

	/**
	 * What the models say of a database. Asks no server.
	 * @param database the name of the database
	 * @return its tables in the schema of each model, else in that of the database, else
	 * without a schema
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 */
	default Metadata metadata(String database) {
		return metadata(database, (selection) -> {
		});
	}

	/**
	 * What the models say of some schemas of a database.
	 * @param database the name of the database
	 * @param selection says which schemas and which models
	 * @return the tables
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws SchemaException if the server is to be asked for its schemas, and fails
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 */
	Metadata metadata(String database, Consumer<MetadataSelection> selection);

	/**
	 * Finds what the models say of a database.
	 * @param database the name of the database
	 * @return its tables, or empty when the name is not known
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 */
	Optional<Metadata> findMetadata(String database);

	/**
	 * What the models say of the databases at a URL, for callers that know no name.
	 * @param url the URL as it was configured
	 * @return the metadata of each database there, in the order of declaration; none when
	 * the URL is not known
	 * @throws UnresolvedReferenceException if a model refers to one that is missing
	 */
	List<Metadata> metadataByUrl(String url);

}
