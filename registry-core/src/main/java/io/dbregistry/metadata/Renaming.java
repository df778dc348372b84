package io.dbregistry.metadata;

import java.util.List;

import io.dbregistry.metadata.Change.ColumnRenamed;
import io.dbregistry.metadata.Change.TableRenamed;

import org.jspecify.annotations.Nullable;

/**
 * Another name of a table or a column, wherever tables have it. Conditions of checks stay
 * as they are.
 *
 * @param table the name of the table before
 * @param newTable the name of the table after, which may be the same
 * @param column the name of the column before, or {@code null} for none
 * @param newColumn the name of the column after
 */
record Renaming(QualifiedName table, QualifiedName newTable, @Nullable String column, String newColumn) {

	static Renaming of(TableRenamed change) {
		return new Renaming(change.table(), change.renamed(), null, "");
	}

	static Renaming of(ColumnRenamed change) {
		return new Renaming(change.table(), change.table(), change.before(), change.after());
	}

	Table apply(Table table) {
		boolean own = table.name().equals(this.table);
		return new Table(name(table.name()),
				own ? table.columns().stream().map(this::column).toList() : table.columns(),
				own ? key(table.primaryKey()) : table.primaryKey(),
				own ? table.uniques().stream().map(this::unique).toList() : table.uniques(),
				own ? table.indexes().stream().map(this::index).toList() : table.indexes(),
				table.foreignKeys().stream().map((key) -> foreignKey(key, own)).toList(), table.checks(),
				table.comment());
	}

	private QualifiedName name(QualifiedName name) {
		return name.equals(this.table) ? this.newTable : name;
	}

	private String column(String name) {
		return name.equals(this.column) ? this.newColumn : name;
	}

	private List<String> columns(List<String> names) {
		return names.stream().map(this::column).toList();
	}

	private Column column(Column column) {
		return new Column(column(column.name()), column.type(), column.nullable(), column.identity(),
				column.defaultValue(), column.comment());
	}

	private @Nullable PrimaryKey key(@Nullable PrimaryKey key) {
		return (key != null) ? new PrimaryKey(key.name(), columns(key.columns())) : null;
	}

	private UniqueConstraint unique(UniqueConstraint unique) {
		return new UniqueConstraint(unique.name(), columns(unique.columns()));
	}

	private Index index(Index index) {
		return new Index(index.name(), index.unique(),
				index.columns()
					.stream()
					.map((part) -> new Index.Part(column(part.column()), part.descending()))
					.toList());
	}

	private ForeignKey foreignKey(ForeignKey key, boolean own) {
		return new ForeignKey(key.name(), own ? columns(key.columns()) : key.columns(), name(key.target()),
				key.target().equals(this.table) ? columns(key.targetColumns()) : key.targetColumns(), key.onDelete(),
				key.onUpdate());
	}

}
