package io.dbregistry.dialect;

import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.Table;

/**
 * The DDL of PostgreSQL.
 */
final class PostgreSqlDdl extends StandardDdl {

	private static final TypeNames TYPES = new TypeNames().with(Kind.TINYINT, "smallint")
		.with(Kind.CLOB, "text")
		.with(Kind.VARBINARY, "bytea")
		.with(Kind.BLOB, "bytea")
		.with(Kind.JSON, "jsonb")
		.with(Kind.ARRAY, "%4$s[]");

	private final Dialect dialect;

	PostgreSqlDdl(Dialect dialect) {
		super(dialect, TYPES);
		this.dialect = dialect;
	}

	/** An index has a name among those of tables, also that of a key. */
	@Override
	List<List<String>> namesInSchema(Table table) {
		return List.of(Stream.concat(indexes(table).stream(), keys(table).stream()).toList());
	}

	/**
	 * Whoever waits for longer than a second lets the server look for deadlocks, and end
	 * one of those who take part.
	 */
	@Override
	List<String> lock(List<Table> circle) {
		return List.of("set local lock_timeout = 500",
				"lock table %s in access exclusive mode".formatted(list(circle)));
	}

	@Override
	Alteration alteration() {
		return new PostgreSqlAlteration(this.dialect, this);
	}

	@Override
	public boolean isTransactional() {
		return true;
	}

	/** Each takes some ten locks until the end, and a server has 6,400 unless told. */
	@Override
	public int transactionSize() {
		return 256;
	}

}
