package io.dbregistry.migration;

import java.util.List;
import java.util.Objects;

import io.dbregistry.database.Database;

/**
 * Says which schemas of a database are migrated by its changelog. Asked when migrations
 * run, after all databases are open.
 */
@FunctionalInterface
public interface SchemaSource {

	/**
	 * The schemas.
	 * @param database the database, which is open
	 * @return the exact names; a name that comes twice is migrated once
	 */
	List<String> schemas(Database database);

	/**
	 * Schemas that are known beforehand.
	 * @param schemas the exact names
	 * @return a source that always names them
	 */
	static SchemaSource of(List<String> schemas) {
		List<String> names = List.copyOf(schemas);
		return (database) -> names;
	}

	/**
	 * Schemas that the database knows, such as those of tenants.
	 * @param sql a query with one column, of names
	 * @return a source that runs the query each time
	 */
	static SchemaSource query(String sql) {
		return (database) -> database.jdbcClient()
			.sql(sql)
			.query(String.class)
			.list()
			.stream()
			.filter(Objects::nonNull)
			.toList();
	}

}
