package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseUnavailableException;
import io.dbregistry.dialect.Dialect;

/**
 * Reads which schemas and tables a database has, in one round trip each.
 */
final class SchemaTreeReader {

	private final Database database;

	SchemaTreeReader(Database database) {
		this.database = database;
	}

	SchemaTree.InDatabase read(String name) {
		try {
			return new SchemaTree.InDatabase(name, schemas(), null);
		}
		catch (DatabaseUnavailableException ex) {
			return new SchemaTree.InDatabase(name, List.of(), ex.getMessage());
		}
		catch (SQLException ex) {
			SchemaException failure = DdlSession.failure(this.database, "Reading the schemas of", null, ex);
			if (this.database.required()) {
				throw failure;
			}
			return new SchemaTree.InDatabase(name, List.of(), failure.getMessage());
		}
	}

	private List<SchemaTree.InSchema> schemas() throws SQLException {
		try (Connection connection = this.database.connection()) {
			Dialect dialect = this.database.dialect();
			Map<String, Set<String>> tables = new TreeMap<>();
			names(connection, dialect).forEach((schema) -> tables.put(schema, new TreeSet<>()));
			if (!dialect.hasSchemas()) {
				tables.put("", new TreeSet<>());
			}
			read(connection, dialect, tables);
			return tables.entrySet()
				.stream()
				.map((schema) -> new SchemaTree.InSchema(dialect.hasSchemas() ? schema.getKey() : null,
						List.copyOf(schema.getValue())))
				.toList();
		}
	}

	/** The schemas that are not the product's own. */
	static List<String> names(Connection connection, Dialect dialect) throws SQLException {
		return dialect.schemas(connection).stream().filter((schema) -> !dialect.isSystemSchema(schema)).toList();
	}

	private static void read(Connection connection, Dialect dialect, Map<String, Set<String>> tables)
			throws SQLException {
		DatabaseMetaData metaData = connection.getMetaData();
		boolean catalogs = dialect.schemasAreCatalogs();
		try (ResultSet rows = metaData.getTables(catalogs ? null : connection.getCatalog(), null, "%", null)) {
			while (rows.next()) {
				String schema = dialect.hasSchemas() ? rows.getString(catalogs ? "TABLE_CAT" : "TABLE_SCHEM") : "";
				Set<String> names = tables.get(schema);
				if (names != null && isTable(rows.getString("TABLE_TYPE"))) {
					names.add(rows.getString("TABLE_NAME"));
				}
			}
		}
	}

	/** Drivers say {@code TABLE}, {@code BASE TABLE} or {@code PARTITIONED TABLE}. */
	private static boolean isTable(String type) {
		return type.endsWith("TABLE") && !type.startsWith("SYSTEM") && !type.contains("TEMPORARY");
	}

}
