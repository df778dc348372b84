package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.dialect.Catalog.Contents;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of one database on one connection, each schema in a constant number of
 * round trips. Not safe for use by several threads.
 */
final class LiveReader {

	private final Connection connection;

	private final Dialect dialect;

	private final boolean caseSensitive;

	/** The default schema of the database. */
	private final @Nullable String configured;

	/** The schema of names without one; asked for once. */
	private @Nullable Optional<String> own;

	/**
	 * Creates a reader.
	 * @param schema the default schema of the database, or {@code null} for that of the
	 * connection
	 */
	LiveReader(Connection connection, @Nullable String schema) throws SQLException {
		this.connection = connection;
		this.dialect = Dialect.from(connection);
		this.caseSensitive = connection.getMetaData().supportsMixedCaseQuotedIdentifiers();
		this.configured = schema;
	}

	Dialect dialect() {
		return this.dialect;
	}

	/** The schema that a table is in, or {@code null} where there is none. */
	@Nullable String schema(QualifiedName table) throws SQLException {
		return (table.schema() != null) ? table.schema() : ownSchema();
	}

	@Nullable String ownSchema() throws SQLException {
		Optional<String> known = this.own;
		if (known == null) {
			known = OwnSchema.find(this.configured, this.dialect, this.connection);
			this.own = known;
		}
		return known.orElse(null);
	}

	/** Some tables of a schema, by their {@link #key(String)}. */
	Map<String, Table> tables(@Nullable String schema, List<String> names) throws SQLException {
		Map<String, Table> tables = new HashMap<>();
		read(schema, TableFilter.named(names)).tables().forEach((table) -> tables.put(key(table.name().name()), table));
		return tables;
	}

	Contents read(@Nullable String schema, TableFilter filter) throws SQLException {
		return this.dialect.catalog().read(this.connection, schema, filter);
	}

	/** The form of a declared name in which names are compared. */
	String key(String name) {
		String normal = this.dialect.normalName(name);
		return this.caseSensitive ? normal : normal.toLowerCase(Locale.ROOT);
	}

}
