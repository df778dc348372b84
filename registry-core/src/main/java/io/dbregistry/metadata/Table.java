package io.dbregistry.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A table: what a model declares or what reflection found.
 *
 * @param name the name, with the schema the table is fixed to
 * @param columns the columns, in order, at least one
 * @param primaryKey the primary key, or {@code null} when there is none
 * @param uniques the unique constraints, in the order of their declaration
 * @param indexes the indexes, in the order of their declaration
 * @param foreignKeys the foreign keys, in the order of their declaration
 * @param checks the check constraints, in the order of their declaration
 * @param comment the remark stored with the table, or {@code null}
 */
public record Table(QualifiedName name, List<Column> columns, @Nullable PrimaryKey primaryKey,
		List<UniqueConstraint> uniques, List<Index> indexes, List<ForeignKey> foreignKeys, List<Check> checks,
		@Nullable String comment) {

	public Table {
		columns = List.copyOf(columns);
		uniques = List.copyOf(uniques);
		indexes = List.copyOf(indexes);
		foreignKeys = List.copyOf(foreignKeys);
		checks = List.copyOf(checks);
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("Table '%s' needs at least one column".formatted(name));
		}
		Set<String> names = new HashSet<>();
		for (Column column : columns) {
			if (!names.add(column.name())) {
				throw new IllegalArgumentException(
						"Table '%s' has two columns named '%s'".formatted(name, column.name()));
			}
		}
	}

	/**
	 * This table with a schema wherever none is given: in its own name and in those its
	 * foreign keys refer to.
	 * @param schema the schema, or {@code null} to leave the current one
	 * @return a copy without a name that depends on the current schema
	 */
	public Table withDefaultSchema(@Nullable String schema) {
		List<ForeignKey> placed = this.foreignKeys.stream().map((key) -> key.withDefaultSchema(schema)).toList();
		return new Table(this.name.withDefaultSchema(schema), this.columns, this.primaryKey, this.uniques, this.indexes,
				placed, this.checks, this.comment);
	}

}
