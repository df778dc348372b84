package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.TablePart;
import io.dbregistry.metadata.UniqueConstraint;
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
		requireDistinctNames(tables);
		List<Step> steps = new ArrayList<>();
		DependencyOrder order = DependencyOrder.of(tables);
		for (int i = 0; i < order.circles().size(); i++) {
			int circle = i;
			List<Step> last = new ArrayList<>();
			for (Table table : order.circles().get(i)) {
				requireNames(table);
				List<ForeignKey> forward = order.forward(table);
				steps.add(new Step(circle, table, true, createTable(table, forward)));
				additions(table).forEach((sql) -> steps.add(new Step(circle, table, false, sql)));
				completions(table, forward).forEach((sql) -> last.add(new Step(circle, table, false, sql)));
			}
			steps.addAll(last);
		}
		return steps;
	}

	@Override
	public final List<String> dropTables(List<Table> tables) {
		return DependencyOrder.of(tables).reversed().stream().flatMap((circle) -> drop(circle).stream()).toList();
	}

	@Override
	public final List<LockedDrop> dropUnused(List<Table> tables) {
		return DependencyOrder.of(tables)
			.reversed()
			.stream()
			.map((circle) -> new LockedDrop(circle, lock(circle), drop(circle), unlock(circle)))
			.toList();
	}

	@Override
	public final List<String> alter(Metadata before, List<Change> changes) {
		return alteration().statements(before, changes);
	}

	private String createTable(Table table, List<ForeignKey> forward) {
		List<String> parts = new ArrayList<>();
		table.columns().forEach((column) -> parts.add(column(table.name(), column)));
		PrimaryKey primaryKey = table.primaryKey();
		if (primaryKey != null && !isInColumn(table)) {
			parts.add(key(primaryKey));
		}
		table.uniques().forEach((unique) -> parts.add(constraint(unique)));
		table.checks().forEach((check) -> parts.add(constraint(check)));
		if (declaresIndexes()) {
			table.indexes().forEach((index) -> parts.add(index(index, quote(index.name()) + " ")));
		}
		table.foreignKeys()
			.stream()
			.filter((foreignKey) -> refersForward() || !forward.contains(foreignKey))
			.forEach((foreignKey) -> parts.add(foreignKey(foreignKey)));
		String sql = parts.stream()
			.collect(Collectors.joining(",\n  ", "create table " + quote(table) + " (\n  ", "\n)" + options(table)));
		return forward.isEmpty() ? sql : unchecked(sql);
	}

	/** A column as it is declared. */
	final String column(QualifiedName table, Column column) {
		StringBuilder sql = new StringBuilder(quote(column.name())).append(' ');
		sql.append(column.identity() ? identity(column)
				: type(column.type(), "column '%s' of table '%s'", column.name(), table));
		if (column.defaultValue() != null) {
			sql.append(" default ").append(column.defaultValue());
		}
		return sql.append(column.nullable() ? "" : " not null").append(options(column)).toString();
	}

	final String createIndex(QualifiedName table, Index index) {
		return "create " + index(index, indexName(table, index) + " on " + this.dialect.quote(table) + " ");
	}

	/** A primary key as a constraint of its table. */
	final String key(PrimaryKey key) {
		return constraint(key.name()) + "primary key " + columns(key.columns());
	}

	/** A constraint of its table. */
	final String constraint(TablePart part) {
		if (part instanceof UniqueConstraint unique) {
			return constraint(unique.name()) + "unique " + columns(unique.columns());
		}
		if (part instanceof Check check) {
			return constraint(check.name()) + "check (" + check.condition() + ")";
		}
		return foreignKey((ForeignKey) part);
	}

	private String index(Index index, String place) {
		String parts = index.columns()
			.stream()
			.map((part) -> quote(part.column()) + (part.descending() ? " desc" : ""))
			.collect(Collectors.joining(", ", "(", ")"));
		return (index.unique() ? "unique index " : "index ") + place + parts;
	}

	/** What a table gets that it was not declared with. */
	private List<String> additions(Table table) {
		List<String> statements = new ArrayList<>(comments(table));
		if (!declaresIndexes()) {
			table.indexes().forEach((index) -> statements.add(createIndex(table.name(), index)));
		}
		return statements;
	}

	/** A foreign key as a constraint of its table. */
	private String foreignKey(ForeignKey foreignKey) {
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

	private void requireDistinctNames(List<Table> tables) {
		Map<List<@Nullable Object>, Table> owners = new HashMap<>();
		for (Table table : tables) {
			List<List<String>> names = namesInSchema(table);
			for (int kind = 0; kind < names.size(); kind++) {
				for (String name : names.get(kind)) {
					Table other = owners
						.putIfAbsent(Arrays.asList(table.name().schema(), kind, this.dialect.stored(name)), table);
					refuse(name, (other != null)
							? "tables '%s' and '%s' both have it for an index or constraint; give one of them another"
								.formatted(other.name(), table.name())
							: null);
				}
			}
		}
	}

	/**
	 * The names of indexes and constraints that only one table of a schema can have, each
	 * list for itself.
	 */
	abstract List<List<String>> namesInSchema(Table table);

	static List<String> indexes(Table table) {
		return table.indexes().stream().map(Index::name).toList();
	}

	/** The names of keys and unique constraints. */
	static List<String> keys(Table table) {
		List<String> names = new ArrayList<>(table.uniques().stream().map(UniqueConstraint::name).toList());
		if (table.primaryKey() != null && table.primaryKey().name() != null) {
			names.add(table.primaryKey().name());
		}
		return names;
	}

	static List<String> foreignKeys(Table table) {
		return table.foreignKeys().stream().map(ForeignKey::name).toList();
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

	/** How the product changes what is there. */
	Alteration alteration() {
		return new Alteration(this.dialect, this);
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
	String indexName(QualifiedName table, Index index) {
		return quote(index.name());
	}

	/** Whether the declaration of a table has its indexes. */
	boolean declaresIndexes() {
		return false;
	}

	/** Whether the declaration of a table can refer to tables that come later. */
	boolean refersForward() {
		return false;
	}

	/** What executes a declaration that refers to tables that come later. */
	String unchecked(String createTable) {
		return createTable;
	}

	/** The statements that store the remarks of a table and its columns. */
	List<String> comments(Table table) {
		List<String> statements = new ArrayList<>(commentOnTable(table));
		for (Column column : table.columns()) {
			if (column.comment() != null) {
				statements.add("comment on column " + quote(table) + "." + quote(column.name()) + " is "
						+ literal(column.comment()));
			}
		}
		return statements;
	}

	final List<String> commentOnTable(Table table) {
		return (table.comment() != null)
				? List.of("comment on table " + quote(table) + " is " + literal(table.comment())) : List.of();
	}

	/**
	 * The statements that a table needs when all of its circle are there.
	 * @param forward its foreign keys to those that came after it
	 */
	List<String> completions(Table table, List<ForeignKey> forward) {
		return forward.stream()
			.map((foreignKey) -> "alter table " + quote(table) + " add " + foreignKey(foreignKey))
			.toList();
	}

	/** The statements that drop tables that refer to each other. */
	List<String> drop(List<Table> circle) {
		return List.of("drop table " + list(circle));
	}

	/** The statements that keep others from writing to tables. */
	List<String> lock(List<Table> circle) {
		return List.of();
	}

	/** The statements that let others write to tables again, if they are still there. */
	List<String> unlock(List<Table> circle) {
		return List.of();
	}

	/** The names of tables as a list. */
	final String list(List<Table> tables) {
		return tables.stream().map(this::quote).collect(Collectors.joining(", "));
	}

}
