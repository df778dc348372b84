package io.dbregistry.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey.Action;
import org.jspecify.annotations.Nullable;

/** A table in the making. */
final class TableSketch {

	private final String name;

	private final List<Column> columns = new ArrayList<>();

	private @Nullable PrimaryKey key;

	private final List<UniqueConstraint> uniques = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	private final List<ForeignKey> foreignKeys = new ArrayList<>();

	private final List<Check> checks = new ArrayList<>();

	private @Nullable String comment;

	TableSketch(String name) {
		this.name = name;
	}

	TableSketch(Table table) {
		this.name = table.name().name();
		this.columns.addAll(table.columns());
		this.key = table.primaryKey();
		this.uniques.addAll(table.uniques());
		this.indexes.addAll(table.indexes());
		this.foreignKeys.addAll(table.foreignKeys());
		this.checks.addAll(table.checks());
		this.comment = table.comment();
	}

	TableSketch id() {
		return with(new Column("id", ColumnType.of(Kind.BIGINT), false, true, null, null)).key("id");
	}

	TableSketch column(String column, ColumnType type, boolean nullable) {
		return with(Column.of(column, type, nullable));
	}

	TableSketch with(Column column) {
		int place = this.columns.stream().map(Column::name).toList().indexOf(column.name());
		if (place >= 0) {
			this.columns.set(place, column);
		}
		else {
			this.columns.add(column);
		}
		return this;
	}

	TableSketch without(String column) {
		this.columns.removeIf((one) -> one.name().equals(column));
		return this;
	}

	TableSketch withoutPart(String part) {
		this.uniques.removeIf((one) -> one.name().equals(part));
		this.indexes.removeIf((one) -> one.name().equals(part));
		this.foreignKeys.removeIf((one) -> one.name().equals(part));
		this.checks.removeIf((one) -> one.name().equals(part));
		return this;
	}

	TableSketch key(String... columns) {
		this.key = (columns.length > 0) ? new PrimaryKey("pk_" + this.name, List.of(columns)) : null;
		return this;
	}

	TableSketch unique(String unique, String... columns) {
		this.uniques.add(new UniqueConstraint(unique, List.of(columns)));
		return this;
	}

	TableSketch index(String index, boolean unique, String... columns) {
		return index(
				new Index(index, unique, Stream.of(columns).map((column) -> new Index.Part(column, false)).toList()));
	}

	TableSketch index(Index index) {
		this.indexes.add(index);
		return this;
	}

	TableSketch foreignKey(String foreignKey, String column, String target, Action action) {
		return foreignKey(foreignKey, column, target, "id", action);
	}

	TableSketch foreignKey(String foreignKey, String column, String target, String targetColumn, Action action) {
		this.foreignKeys
			.add(new ForeignKey(foreignKey, List.of(column), QualifiedName.of(target), List.of(targetColumn), action));
		return this;
	}

	TableSketch check(String check, String condition) {
		this.checks.add(new Check(check, condition));
		return this;
	}

	TableSketch comment(@Nullable String comment) {
		this.comment = comment;
		return this;
	}

	Table table() {
		return new Table(QualifiedName.of(this.name), this.columns, this.key, this.uniques, this.indexes,
				this.foreignKeys, this.checks, this.comment);
	}

}
