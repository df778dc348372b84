package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * The declared tables of a database beside the live ones.
 * <ol>
 * <li>Declared tables without a schema are in that of the database, else in the current
 * one.</li>
 * <li>The catalog reads the tables of these names, once for each schema.</li>
 * <li>Declared tables are brought into normal form, and those with a live table are said
 * in its words.</li>
 * <li>What is still different is a change from the live to the declared state.</li>
 * </ol>
 *
 * @param live the live tables that are declared
 * @param declared the declared tables
 */
record Comparison(Metadata live, Metadata declared) {

	static Comparison of(Database database, Connection connection, List<Table> tables) throws SQLException {
		Dialect dialect = database.dialect();
		boolean caseSensitive = connection.getMetaData().supportsMixedCaseQuotedIdentifiers();
		List<Table> live = new ArrayList<>();
		List<Table> declared = new ArrayList<>();
		for (Map.Entry<@Nullable String, List<Table>> schema : bySchema(database, connection, tables).entrySet()) {
			Map<String, Table> found = new LinkedHashMap<>();
			TableFilter filter = TableFilter
				.named(schema.getValue().stream().map((table) -> table.name().name()).toList());
			for (Table table : dialect.catalog().read(connection, schema.getKey(), filter).tables()) {
				found.put(key(table.name(), caseSensitive), table);
				live.add(table);
			}
			for (Table table : schema.getValue()) {
				Table other = found.get(key(table.name(), caseSensitive));
				declared.add((other != null) ? dialect.align(table, other) : table);
			}
		}
		return new Comparison(Metadata.of(database.name(), live), Metadata.of(database.name(), declared));
	}

	/** The normal forms of the tables by schema, in the order of the tables. */
	private static Map<@Nullable String, List<Table>> bySchema(Database database, Connection connection,
			List<Table> tables) throws SQLException {
		Dialect dialect = database.dialect();
		boolean isNeeded = tables.stream().anyMatch((table) -> table.name().schema() == null);
		String schema = isNeeded ? OwnSchema.find(database, connection).orElse(null) : null;
		Map<@Nullable String, List<Table>> bySchema = new LinkedHashMap<>();
		for (Table table : tables) {
			Table placed = dialect.normalForm(table.withDefaultSchema(schema));
			Objects.requireNonNull(bySchema.computeIfAbsent(placed.name().schema(), (name) -> new ArrayList<>()))
				.add(placed);
		}
		return bySchema;
	}

	private static String key(QualifiedName name, boolean caseSensitive) {
		return caseSensitive ? name.name() : name.name().toLowerCase(Locale.ROOT);
	}

	List<Change> changes() {
		return Metadata.diff(this.live, this.declared);
	}

}
