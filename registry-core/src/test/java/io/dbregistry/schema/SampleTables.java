package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;

/** Tables with a key {@code id}, a column {@code other} and what comes with it. */
final class SampleTables {

	private SampleTables() {
	}

	/** A table with a remark and an index. */
	static Table table(String name) {
		return table(name, List.of(), List.of());
	}

	/** A table that refers to another, and has an index over the reference. */
	static Table referring(String name, String target) {
		return table(name, List.of(reference("fk_" + name, target, "id")), List.of());
	}

	/** A table that refers to another, and has a second reference to a column. */
	static Table referring(String name, String target, String second, String column) {
		return table(name, List.of(reference("fk_" + name, target, "id"), reference("fk_second", second, column)),
				List.of());
	}

	private static ForeignKey reference(String name, String target, String column) {
		return new ForeignKey(name, List.of("other"), QualifiedName.of(target), List.of(column), Action.NO_ACTION);
	}

	/** A table that no product can make. */
	static Table broken() {
		return table("broken", List.of(), List.of(new Check("ck_broken", "no_such_function(id) > 0")));
	}

	/** Tables that nobody refers to. */
	static List<Table> many(int count) {
		List<Table> tables = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			tables.add(
					new Table(QualifiedName.of("part" + i), List.of(Column.of("id", ColumnType.of(Kind.BIGINT), false)),
							null, List.of(), List.of(), List.of(), List.of(), null));
		}
		return tables;
	}

	private static Table table(String name, List<ForeignKey> foreignKeys, List<Check> checks) {
		Column other = new Column("other", ColumnType.of(Kind.BIGINT), true, false, null, "the other one");
		return new Table(QualifiedName.of(name), List.of(Column.of("id", ColumnType.of(Kind.BIGINT), false), other),
				new PrimaryKey("pk_" + name, List.of("id")),
				List.of(new UniqueConstraint("uk_" + name, List.of("other", "id"))),
				List.of(new Index("ix_" + name, false, List.of(new Index.Part("other", false)))), foreignKeys, checks,
				"made for " + name);
	}

}
