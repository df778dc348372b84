package io.dbregistry.dialect;

import java.util.List;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;

/**
 * The DDL of Microsoft SQL Server, which makes no tables yet.
 */
final class SqlServerDdl implements Ddl {

	@Override
	public String type(ColumnType type) {
		throw SqlServerDialect.unsupported("types of columns", "type '%s'".formatted(type.kind()));
	}

	@Override
	public List<Step> createTables(List<Table> tables) {
		requireNone(tables);
		return List.of();
	}

	@Override
	public List<String> dropTables(List<Table> tables) {
		requireNone(tables);
		return List.of();
	}

	@Override
	public List<LockedDrop> dropUnused(List<Table> tables) {
		requireNone(tables);
		return List.of();
	}

	@Override
	public List<String> alter(Metadata before, List<Change> changes) {
		throw SqlServerDialect.unsupported("changes of tables", "changing '%s'".formatted(changes));
	}

	private static void requireNone(List<Table> tables) {
		if (!tables.isEmpty()) {
			throw SqlServerDialect.unsupported("tables", "table '%s'".formatted(tables.get(0).name()));
		}
	}

	@Override
	public String createSequence(Sequence sequence) {
		throw SqlServerDialect.unsupported("sequences", "sequence '%s'".formatted(sequence.name()));
	}

	@Override
	public String dropSequence(QualifiedName sequence) {
		throw SqlServerDialect.unsupported("sequences", "sequence '%s'".formatted(sequence));
	}

	@Override
	public boolean isTransactional() {
		return true;
	}

}
