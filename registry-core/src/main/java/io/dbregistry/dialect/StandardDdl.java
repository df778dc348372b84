package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * Statements of the SQL standard; each product overrides what it has in its own way.
 */
abstract class StandardDdl implements Ddl {

	private final Dialect dialect;

	private final TypeNames types;

	StandardDdl(Dialect dialect, TypeNames types) {
		this.dialect = dialect;
		this.types = types;
	}

	@Override
	public final String type(ColumnType type) {
		return type(type, "a column of type '%s'", type.kind());
	}

	/** A type and, as a format, who needs it. */
	private String type(ColumnType type, String user, Object... arguments) {
		if (type.kind() == ColumnType.Kind.ARRAY) {
			this.dialect.requireArrays(user.formatted(arguments));
		}
		return this.types.of(type);
	}

	@Override
	public String createSequence(Sequence sequence) {
		this.dialect.requireSequences("sequence '%s'".formatted(sequence.name()));
		boolean up = sequence.increment() > 0;
		// products begin at 1 and -1 unless told otherwise
		String bound = (up && sequence.start() < 1) ? " minvalue " + sequence.start()
				: (!up && sequence.start() > -1) ? " maxvalue " + sequence.start() : "";
		return "create sequence %s start with %d increment by %d%s".formatted(this.dialect.quote(sequence.name()),
				sequence.start(), sequence.increment(), bound);
	}

	@Override
	public final String dropSequence(QualifiedName sequence) {
		this.dialect.requireSequences("sequence '%s'".formatted(sequence));
		return "drop sequence " + this.dialect.quote(sequence);
	}

	@Override
	public final List<Step> createTables(List<Table> tables) {
		List<Step> steps = new ArrayList<>();
		List<Step> last = new ArrayList<>();
		DependencyOrder order = DependencyOrder.of(tables);
		for (Table table : order.tables()) {
			requireNames(table);
			steps.add(new Step(table, true, createTable(table)));
			comments(table).forEach((sql) -> steps.add(new Step(table, false, sql)));
			table.indexes().forEach((index) -> steps.add(new Step(table, false, createIndex(table, index))));
			List<Step> place = order.forward(table).isEmpty() ? steps : last;
			addForeignKeys(table).forEach((sql) -> place.add(new Step(table, false, sql)));
		}
		steps.addAll(last);
		return steps;
	}

	@Override
	public final List<String> dropTables(List<Table> tables) {
		List<String> statements = new ArrayList<>();
		DependencyOrder order = DependencyOrder.of(tables);
		List<Table> ordered = order.tables();
		for (Table table : ordered) {
			for (ForeignKey foreignKey : order.forward(table)) {
				statements.addAll(dropForeignKey(table, foreignKey));
			}
		}
		for (int i = ordered.size() - 1; i >= 0; i--) {
			statements.add("drop table " + quote(ordered.get(i)));
		}
		return statements;
	}

	private String createTable(Table table) {
		List<String> parts = new ArrayList<>();
		table.columns().forEach((column) -> parts.add(column(table, column)));
		PrimaryKey primaryKey = table.primaryKey();
		if (primaryKey != null && !isInColumn(table)) {
			parts.add(constraint(primaryKey.name()) + "primary key " + columns(primaryKey.columns()));
		}
		table.uniques()
			.forEach((unique) -> parts.add(constraint(unique.name()) + "unique " + columns(unique.columns())));
		table.checks().forEach((check) -> parts.add(constraint(check.name()) + "check (" + check.condition() + ")"));
		parts.addAll(inlineForeignKeys(table));
		return parts.stream()
			.collect(Collectors.joining(",\n\t", "create table " + quote(table) + " (\n\t", "\n)" + options(table)));
	}

	private String column(Table table, Column column) {
		StringBuilder sql = new StringBuilder(quote(column.name())).append(' ');
		sql.append(column.identity() ? identity(column)
				: type(column.type(), "column '%s' of table '%s'", column.name(), table.name()));
		if (column.defaultValue() != null) {
			sql.append(" default ").append(column.defaultValue());
		}
		return sql.append(column.nullable() ? "" : " not null").append(options(column)).toString();
	}

	private String createIndex(Table table, Index index) {
		String parts = index.columns()
			.stream()
			.map((part) -> quote(part.column()) + (part.descending() ? " desc" : ""))
			.collect(Collectors.joining(", ", " (", ")"));
		return "create %sindex %s on %s%s".formatted(index.unique() ? "unique " : "", indexName(table, index),
				quote(table), parts);
	}

	/** A foreign key as a constraint of its table. */
	final String foreignKey(ForeignKey foreignKey) {
		return "%sforeign key %s references %s %s%s%s".formatted(constraint(foreignKey.name()),
				columns(foreignKey.columns()), this.dialect.quote(foreignKey.target()),
				columns(foreignKey.targetColumns()), action(" on delete ", foreignKey.onDelete()),
				action(" on update ", foreignKey.onUpdate()));
	}

	private static String action(String event, Action action) {
		return (action != Action.NO_ACTION) ? event + action.name().toLowerCase(Locale.ROOT).replace('_', ' ') : "";
	}

	private String constraint(@Nullable String name) {
		return (name != null) ? "constraint " + quote(name) + " " : "";
	}

	private String columns(List<String> names) {
		return names.stream().map(this::quote).collect(Collectors.joining(", ", "(", ")"));
	}

	final String quote(String name) {
		return this.dialect.quote(name);
	}

	final String quote(Table table) {
		return this.dialect.quote(table.name());
	}

	/** A text as it stands in a statement. */
	String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/**
	 * Makes sure that a new table and its indexes can have their names, which can be
	 * quoted.
	 */
	void requireNames(Table table) {
	}

	/** Fails with what is wrong with a name, unless that is {@code null}. */
	final void refuse(String name, @Nullable String fault) {
		if (fault != null) {
			throw new UnsupportedNameException(this.dialect.product(), name, fault);
		}
	}

	/** The type of a column whose values the database makes. */
	String identity(Column column) {
		return type(column.type()) + " generated by default as identity";
	}

	/** Whether the declaration of a column makes it the primary key. */
	boolean isInColumn(Table table) {
		return false;
	}

	/** What stands behind the declaration of a column. */
	String options(Column column) {
		return "";
	}

	/** What stands behind the declaration of a table. */
	String options(Table table) {
		return "";
	}

	/** The name of a new index, which lands in the schema of its table. */
	String indexName(Table table, Index index) {
		return quote(index.name());
	}

	/** The foreign keys that stand in the declaration of a table. */
	List<String> inlineForeignKeys(Table table) {
		return List.of();
	}

	List<String> addForeignKeys(Table table) {
		return table.foreignKeys()
			.stream()
			.map((foreignKey) -> "alter table " + quote(table) + " add " + foreignKey(foreignKey))
			.toList();
	}

	List<String> dropForeignKey(Table table, ForeignKey foreignKey) {
		return List.of("alter table " + quote(table) + " drop constraint if exists " + quote(foreignKey.name()));
	}

	/** The statements that store the remarks of a table and its columns. */
	List<String> comments(Table table) {
		List<String> statements = new ArrayList<>();
		if (table.comment() != null) {
			statements.add("comment on table " + quote(table) + " is " + literal(table.comment()));
		}
		for (Column column : table.columns()) {
			if (column.comment() != null) {
				statements.add("comment on column " + quote(table) + "." + quote(column.name()) + " is "
						+ literal(column.comment()));
			}
		}
		return statements;
	}

}
