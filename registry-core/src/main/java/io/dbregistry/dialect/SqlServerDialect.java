package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft SQL Server, <strong>experimental</strong>: schemas can be created, dropped
 * and listed, and the default one is told. All else is refused by an
 * {@link UnsupportedFeatureException}. It has been tried in H2's compatibility mode only.
 */
final class SqlServerDialect extends AbstractDialect {

	static final String PRODUCT = "Microsoft SQL Server";

	private static final Set<String> SYSTEM_SCHEMAS = Set.of("information_schema", "sys", "guest");

	SqlServerDialect() {
		super(PRODUCT, '"');
	}

	/** Why there is no more of it. */
	static UnsupportedFeatureException unsupported(String feature, String user) {
		return new UnsupportedFeatureException(PRODUCT, "dialect with " + feature + " yet", user,
				"use another product, or bring a dialect by a DialectProvider");
	}

	@Override
	@Nullable String fault(String name) {
		return NameFaults.longerThan(name, 128);
	}

	@Override
	public boolean isSystemSchema(String schema) {
		String name = schema.toLowerCase(Locale.ROOT);
		return SYSTEM_SCHEMAS.contains(name) || name.startsWith("db_");
	}

	@Override
	public boolean isBuiltInSchema(String schema) {
		return schema.equalsIgnoreCase("dbo") || isSystemSchema(schema);
	}

	/** The driver asks {@code schema_name()}. */
	@Override
	public Optional<String> findCurrentSchema(Connection connection) throws SQLException {
		return Optional.ofNullable(connection.getSchema());
	}

	/** Upper case is right for any collation of the server. */
	@Override
	public List<String> schemas(Connection connection) throws SQLException {
		return strings(connection, "select SCHEMA_NAME from INFORMATION_SCHEMA.SCHEMATA order by SCHEMA_NAME");
	}

	@Override
	public List<String> schemaContents(Connection connection, String schema) throws SQLException {
		return strings(connection, """
				select concat(lower(TABLE_TYPE), ' ', TABLE_NAME) from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = ?
				union all select concat(lower(ROUTINE_TYPE), ' ', ROUTINE_NAME) from INFORMATION_SCHEMA.ROUTINES
				where ROUTINE_SCHEMA = ?
				union all select concat('sequence ', SEQUENCE_NAME) from INFORMATION_SCHEMA.SEQUENCES
				where SEQUENCE_SCHEMA = ?
				union all select concat('type ', DOMAIN_NAME) from INFORMATION_SCHEMA.DOMAINS where DOMAIN_SCHEMA = ?
				order by 1""", schema, schema, schema, schema);
	}

	@Override
	public List<String> dropSchema(Connection connection, String schema, boolean cascade) {
		String quoted = quoteSchema(schema);
		if (cascade) {
			throw new UnsupportedFeatureException(PRODUCT, "drop of a schema with all that is in it",
					"dropping schema '%s' with cascade()".formatted(schema), "drop what is in it first");
		}
		return List.of("drop schema " + quoted);
	}

	@Override
	public String nextValue(QualifiedName sequence) {
		throw unsupported("sequences", "sequence '%s'".formatted(sequence));
	}

	@Override
	public Ddl ddl() {
		return new SqlServerDdl();
	}

	@Override
	NormalForm normalForm() {
		throw unsupported("tables", "comparing them");
	}

	@Override
	Codecs codecs() {
		throw unsupported("types of values", "a query");
	}

	@Override
	public String page(boolean limited, boolean skipping) {
		if (limited || skipping) {
			throw unsupported("pages", "a query with a limit or offset");
		}
		return "";
	}

	@Override
	public Optional<String> findInsertReturning(String columns) {
		throw unsupported("inserts", "an insert");
	}

	@Override
	public String emptyInsert() {
		throw unsupported("inserts", "an insert");
	}

}
