package io.dbregistry.benchmarks;

import java.sql.Connection;
import java.util.List;
import java.util.Properties;

import org.jooq.Constants;
import org.jooq.SQLDialect;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.jaxb.CatalogMappingType;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.postgres.PostgresDatabase;

/**
 * What jOOQ's code generator reads of a schema. It compares nothing.
 */
final class JooqReflection implements Contender {

	private final ReflectedPlace place;

	JooqReflection(ReflectedPlace place) {
		this.place = place;
	}

	@Override
	public Product product() {
		return new Product("jOOQ meta (no diff)", Constants.FULL_VERSION);
	}

	@Override
	public void prepare() throws Exception {
		this.place.lose();
	}

	@Override
	public long run() throws Exception {
		try (Connection connection = this.place.dataSource().getConnection();
				PostgresDatabase database = new PostgresDatabase()) {
			configure(database, connection);
			SchemaDefinition schema = database.getSchemata().get(0);
			List<TableDefinition> tables = database.getTables(schema);
			long parts = 0;
			for (TableDefinition table : tables) {
				parts += table.getColumns().size() + table.getKeys().size() + table.getForeignKeys().size()
						+ table.getCheckConstraints().size() + table.getIndexes().size();
			}
			if (parts < 6L * tables.size()) {
				throw new IllegalStateException("Only %d columns, keys and indexes were read".formatted(parts));
			}
			return tables.size();
		}
	}

	private static void configure(PostgresDatabase database, Connection connection) {
		SchemaMappingType schema = new SchemaMappingType();
		schema.setInputSchema("public");
		CatalogMappingType catalog = new CatalogMappingType();
		catalog.setInputCatalog("");
		catalog.setSchemata(List.of(schema));
		database.setDialect(SQLDialect.POSTGRES);
		database.setConnection(connection);
		database.setProperties(new Properties());
		database.setConfiguredCatalogs(List.of(catalog));
		database.setConfiguredSchemata(List.of(schema));
		database.setIncludes(new String[] { ".*" });
		database.setExcludes(new String[0]);
		database.setRegexFlags(List.of());
		database.setIncludeRelations(true);
		database.setIncludeTables(true);
		database.setIncludePrimaryKeys(true);
		database.setIncludeUniqueKeys(true);
		database.setIncludeForeignKeys(true);
		database.setIncludeCheckConstraints(true);
		database.setIncludeIndexes(true);
	}

}
