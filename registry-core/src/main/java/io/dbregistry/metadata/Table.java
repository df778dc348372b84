package io.dbregistry.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

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
		return withNames((other) -> other.withDefaultSchema(schema));
	}

	/**
	 * This table without a schema wherever the current one is given: the reverse of
	 * {@link #withDefaultSchema(String)}.
	 * @param schema the current schema, or {@code null} for none
	 * @return a copy whose names are as short as they can be
	 */
	public Table withoutSchema(@Nullable String schema) {
		return withNames((other) -> other.withoutSchema(schema));
	}

	/**
	 * This table with other names of tables: its own and those its foreign keys refer to.
	 * @param change makes a name of the one here
	 * @return a copy with these names
	 */
	public Table withNames(UnaryOperator<QualifiedName> change) {
		List<ForeignKey> placed = this.foreignKeys.stream()
			.map((key) -> key.withTarget(change.apply(key.target())))
			.toList();
		return new Table(change.apply(this.name), this.columns, this.primaryKey, this.uniques, this.indexes, placed,
				this.checks, this.comment);
	}

}
