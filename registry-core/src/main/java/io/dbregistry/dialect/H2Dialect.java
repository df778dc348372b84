package io.dbregistry.dialect;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

import io.dbregistry.metadata.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * H2 in its regular mode.
 */
final class H2Dialect extends AbstractDialect {

	/** Text would become a JSON string; bytes are taken for a JSON text in UTF-8. */
	private static final Codecs CODECS = new Codecs(
			new JdbcCodec<>(String.class, Types.VARBINARY, (statement, index, value) -> statement.setBytes(index,
					Codecs.wellFormed(value).getBytes(StandardCharsets.UTF_8)), ResultSet::getString));

	/**
	 * Creates the dialect.
	 * @param upperCase {@code false} for a database created with
	 * {@code DATABASE_TO_UPPER=FALSE} or {@code DATABASE_TO_LOWER=TRUE}
	 */
	H2Dialect(boolean upperCase) {
		super("H2", '"', upperCase);
	}

	@Override
	public boolean hasArrays() {
		return true;
	}

	@Override
	@Nullable String fault(String name) {
		return NameFaults.longerThan(name, 256);
	}

	@Override
	public boolean isSystemSchema(String schema) {
		return schema.equalsIgnoreCase("information_schema") || schema.equalsIgnoreCase("pg_catalog");
	}

	@Override
	public boolean isBuiltInSchema(String schema) {
		return schema.equalsIgnoreCase("public") || isSystemSchema(schema);
	}

	@Override
	public List<String> schemaContents(Connection connection, String schema) throws SQLException {
		return strings(connection,
				"""
						select kind || ' ' || name from (
						select lower(table_type) as kind, table_name as name, table_schema as place from information_schema.tables
						union all select 'sequence', sequence_name, sequence_schema from information_schema.sequences
						union all select lower(routine_type), routine_name, routine_schema from information_schema.routines
						union all select 'domain', domain_name, domain_schema from information_schema.domains
						union all select 'constant', constant_name, constant_schema from information_schema.constants
						union all select 'synonym', synonym_name, synonym_schema from information_schema.synonyms)
						where place = ? order by kind, name""",
				schema);
	}

	@Override
	public Ddl ddl() {
		return new H2Ddl(this);
	}

	/** The arrays of JDBC lose parts of times on both ways. */
	@Override
	public ValueCodec codec(Class<?> type, ColumnType columnType) {
		ValueCodec codec = super.codec(type, columnType);
		return (codec instanceof ArrayCodec array) ? array.whole() : codec;
	}

	@Override
	public Catalog catalog() {
		return new H2Catalog(this);
	}

	@Override
	NormalForm normalForm() {
		return new NormalForm(this, H2Types.READER);
	}

	@Override
	Codecs codecs() {
		return CODECS;
	}

	/**
	 * A {@code select … from final table (insert …)} is a query to H2: when a foreign key
	 * refuses the row, it is stored all the same.
	 */
	@Override
	public Optional<String> findInsertReturning(String columns) {
		return Optional.empty();
	}

}
