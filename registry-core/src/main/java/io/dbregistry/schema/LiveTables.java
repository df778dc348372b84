package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The tables and columns that a database has. Each schema is read once, in one round
 * trip.
 */
final class LiveTables {

	private final Dialect dialect;

	private final DatabaseMetaData metaData;

	private final boolean caseSensitive;

	private final Map<String, Map<String, Set<String>>> schemas = new HashMap<>();

	/** Asked for once; {@code null} until then. */
	private @Nullable Optional<String> currentSchema;

	/**
	 * Creates a reader.
	 * @param connection read from while this is used
	 */
	LiveTables(Dialect dialect, Connection connection) throws SQLException {
		this.dialect = dialect;
		this.metaData = connection.getMetaData();
		this.caseSensitive = this.metaData.supportsMixedCaseQuotedIdentifiers();
	}

	boolean contains(Table table) throws SQLException {
		return columns(table.name()) != null;
	}

	/**
	 * The columns of a table.
	 * @return the stored names, or {@code null} when there is no such table
	 */
	private @Nullable Set<String> columns(QualifiedName table) throws SQLException {
		String schema = schema(table);
		String key = (schema != null) ? schema : "";
		Map<String, Set<String>> tables = this.schemas.get(key);
		if (tables == null) {
			tables = read(schema);
			this.schemas.put(key, tables);
		}
		return tables.get(this.dialect.stored(table.name()));
	}

	/** Schema and name of a table, which only one table has. */
	List<@Nullable String> place(QualifiedName table) throws SQLException {
		return Arrays.asList(schema(table), this.dialect.stored(table.name()).toLowerCase(Locale.ROOT));
	}

	/** The schema that a table is in, or {@code null} where there is none. */
	private @Nullable String schema(QualifiedName table) throws SQLException {
		if (table.schema() != null) {
			return table.schema();
		}
		Optional<String> current = this.currentSchema;
		if (current == null) {
			current = this.dialect.findCurrentSchema(this.metaData.getConnection());
			this.currentSchema = current;
		}
		return current.orElse(null);
	}

	/** What the database lacks of a table, as the end of a sentence, or {@code null}. */
	@Nullable String lack(Table table) throws SQLException {
		Set<String> columns = columns(table.name());
		if (columns == null) {
			return "does not exist";
		}
		List<String> missing = table.columns()
			.stream()
			.map(Column::name)
			.filter((name) -> !columns.contains(this.dialect.stored(name)))
			.toList();
		return missing.isEmpty() ? null : "has no column '%s' (it has: '%s')".formatted(String.join("', '", missing),
				String.join("', '", new TreeSet<>(columns)));
	}

	private Map<String, Set<String>> read(@Nullable String schema) throws SQLException {
		boolean catalogs = this.dialect.schemasAreCatalogs();
		String catalog = catalogs ? schema : this.metaData.getConnection().getCatalog();
		String pattern = (catalogs || schema == null) ? null : escape(schema);
		Map<String, Set<String>> tables = this.caseSensitive ? new HashMap<>()
				: new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String table : this.dialect.hasSchemas() ? List.of("%") : tables()) {
			try (ResultSet columns = this.metaData.getColumns(catalog, pattern, table, "%")) {
				while (columns.next()) {
					tables.computeIfAbsent(columns.getString("TABLE_NAME"), (name) -> names())
						.add(columns.getString("COLUMN_NAME"));
				}
			}
		}
		return tables;
	}

	/** The driver of SQLite cannot read more than 500 columns at once. */
	private List<String> tables() throws SQLException {
		List<String> patterns = new ArrayList<>();
		try (ResultSet tables = this.metaData.getTables(null, null, "%", null)) {
			while (tables.next()) {
				patterns.add(escape(tables.getString("TABLE_NAME")));
			}
		}
		return patterns;
	}

	private Set<String> names() {
		return this.caseSensitive ? new HashSet<>() : new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
	}

	private String escape(String pattern) throws SQLException {
		String escape = this.metaData.getSearchStringEscape();
		return pattern.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
	}

}
