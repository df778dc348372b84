package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL.
 */
final class PostgreSqlDialect extends AbstractDialect {

	/** A text without a type: the server makes of it what the column has. */
	private static final JdbcCodec<String> UNTYPED = new JdbcCodec<>(String.class, Types.OTHER,
			(statement, index, value) -> statement.setObject(index, Codecs.wellFormed(value), Types.OTHER),
			ResultSet::getString);

	private static final Codecs CODECS = new Codecs(UNTYPED);

	PostgreSqlDialect() {
		super("PostgreSQL", '"');
	}

	/** A longer name would be cut off without an error. */
	@Override
	@Nullable String fault(String name) {
		return NameFaults.longerInUtf8Than(name, 63);
	}

	@Override
	@Nullable String faultOfSchema(String schema) {
		return schema.startsWith("pg_") ? NameFaults.beginsWith(schema, "pg_") : null;
	}

	@Override
	public boolean isSystemSchema(String schema) {
		return schema.equalsIgnoreCase("information_schema") || NameFaults.beginsWith(schema, "pg_") != null;
	}

	@Override
	public boolean isBuiltInSchema(String schema) {
		return schema.equalsIgnoreCase("public") || isSystemSchema(schema);
	}

	/** Its own "if not exists" asks for the right to create in any case. */
	@Override
	public String createSchemaIfMissing(String schema) {
		return """
				do $$ begin
					if not exists (select from pg_catalog.pg_namespace where nspname = '%s') then
						%s;
					end if;
				end $$""".formatted(schema.replace("'", "''"), createSchema(schema));
	}

	@Override
	public List<String> schemaContents(Connection connection, String schema) throws SQLException {
		return strings(connection,
				"""
						select pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) as name
						from pg_catalog.pg_depend d
						join pg_catalog.pg_namespace n on d.refclassid = 'pg_catalog.pg_namespace'::regclass and d.refobjid = n.oid
						where n.nspname = ? and d.deptype = 'n' order by name""",
				schema);
	}

	@Override
	public boolean failureEndsTransaction() {
		return true;
	}

	/** The function takes the name as a text, which it reads as it reads SQL. */
	@Override
	public String nextValue(QualifiedName sequence) {
		return "select nextval('" + quote(sequence).replace("'", "''") + "')";
	}

	@Override
	public boolean hasArrays() {
		return true;
	}

	@Override
	public Ddl ddl() {
		return new PostgreSqlDdl(this);
	}

	@Override
	public Catalog catalog() {
		return new PostgreSqlCatalog(this);
	}

	@Override
	NormalForm normalForm() {
		return new NormalForm(this, PostgreSqlTypes.READER);
	}

	@Override
	Codecs codecs() {
		return CODECS;
	}

	/**
	 * Types in the server's own words ({@code inet}, {@code tsvector}, enumerations) take
	 * no parameter that is declared a text.
	 */
	@Override
	public ValueCodec codec(Class<?> type, ColumnType columnType) {
		return (type == String.class && columnType.kind() == ColumnType.Kind.VERBATIM) ? UNTYPED
				: super.codec(type, columnType);
	}

	/**
	 * The information schema of PostgreSQL lists only schemas that the user owns.
	 */
	@Override
	public List<String> schemas(Connection connection) throws SQLException {
		return strings(connection, "select nspname from pg_catalog.pg_namespace order by nspname");
	}

	/** The information schema asks for the rights on every table. */
	@Override
	String tablesNamed() {
		return """
				select n.nspname, c.relname from pg_catalog.pg_class c
				join pg_catalog.pg_namespace n on n.oid = c.relnamespace
				where c.relname in (%s) and c.relkind in ('r', 'p')""";
	}

}
