package io.dbregistry.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What there is: databases, the schemas in them, the tables in those. The products' own
 * schemas are left out.
 *
 * @param databases the databases in the order of declaration, the primary one first
 */
public record SchemaTree(List<InDatabase> databases) {

	public SchemaTree {
		databases = List.copyOf(databases);
	}

	/**
	 * A database and its schemas.
	 *
	 * @param name the name that the registry knows it by
	 * @param schemas the schemas in alphabetical order, none when the database is down
	 * @param outage why an optional database cannot be asked, or {@code null} when it
	 * answers
	 */
	public record InDatabase(String name, List<InSchema> schemas, @Nullable String outage) {

		public InDatabase {
			schemas = List.copyOf(schemas);
		}

	}

	/**
	 * A schema and its tables.
	 *
	 * @param name the name, or {@code null} where the product has no schemas, and so one
	 * place for all tables
	 * @param tables the names of the tables, as the product stores them, in alphabetical
	 * order
	 */
	public record InSchema(@Nullable String name, List<String> tables) {

		public InSchema {
			tables = List.copyOf(tables);
		}

	}

}
