package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Table;

/**
 * The DDL of SQLite, which stores no comments and adds no constraint to a table.
 * <p>
 * What it has no type for is text: a type that it does not know would have numeric
 * affinity and change what looks like a number.
 */
final class SqliteDdl extends StandardDdl {

	private static final TypeNames TYPES = new TypeNames().with(Kind.CLOB, "text")
		.with(Kind.VARBINARY, "blob")
		.with(Kind.BLOB, "blob")
		.with(Kind.DATE, "text")
		.with(Kind.TIME, "text")
		.with(Kind.TIME_WITH_TIME_ZONE, "text")
		.with(Kind.TIMESTAMP, "text")
		.with(Kind.TIMESTAMP_WITH_TIME_ZONE, "text")
		.with(Kind.UUID, "text")
		.with(Kind.JSON, "text");

	private final Dialect dialect;

	SqliteDdl(Dialect dialect) {
		super(dialect, TYPES);
		this.dialect = dialect;
	}

	@Override
	void requireNames(Table table) {
		requireNotReserved(table.name().name());
		table.indexes().forEach((index) -> requireNotReserved(index.name()));
	}

	private void requireNotReserved(String name) {
		refuse(name, NameFaults.beginsWith(name, "sqlite_"));
	}

	/** Only this very text makes a column that counts up and never uses a key twice. */
	@Override
	String identity(Column column) {
		return "integer primary key autoincrement";
	}

	@Override
	boolean isInColumn(Table table) {
		return table.columns().stream().anyMatch(Column::identity);
	}

	@Override
	boolean refersForward() {
		return true;
	}

	@Override
	List<String> completions(Table table, List<ForeignKey> forward) {
		return List.of();
	}

	@Override
	List<List<String>> namesInSchema(Table table) {
		return List.of(indexes(table));
	}

	@Override
	List<String> comments(Table table) {
		return List.of();
	}

	/** Tables that refer to each other can only be dropped while the check waits. */
	@Override
	List<String> drop(List<Table> circle) {
		List<String> statements = new ArrayList<>();
		if (circle.size() > 1) {
			statements.add("pragma defer_foreign_keys = on");
		}
		circle.forEach((table) -> statements.add("drop table " + quote(table)));
		return statements;
	}

	/** Its rows are deleted first, with all that foreign keys say of that. */
	@Override
	public boolean dropReachesOthers() {
		return true;
	}

	@Override
	Alteration alteration() {
		return new SqliteAlteration(this.dialect, this);
	}

	@Override
	public boolean isTransactional() {
		return true;
	}

}
