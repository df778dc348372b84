package io.dbregistry.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.metadata.Column;
import org.jspecify.annotations.Nullable;

/**
 * Compiles shapes of queries to SQL.
 * <p>
 * The order of the parameters is the order of the conditions, then limit, then offset.
 */
final class QueryCompiler {

	private final Dialect dialect;

	private final Selection selection;

	private final SqlTemplate.Builder sql;

	private final List<ValueCodec> codecs = new ArrayList<>();

	private QueryCompiler(Dialect dialect, Selection selection) {
		this.dialect = dialect;
		this.selection = selection;
		this.sql = new SqlTemplate.Builder(dialect);
	}

	/**
	 * Compiles a shape.
	 * @param selection what is read for the objects of the shape's model
	 */
	static CompiledQuery compile(Shape shape, Selection selection) {
		QueryCompiler compiler = new QueryCompiler(shape.dialect(), selection);
		switch (shape.operation()) {
			case LIST -> compiler.list(shape);
			case COUNT -> compiler.count(shape);
			case EXISTS -> compiler.exists(shape);
			case DELETE -> compiler.delete(shape);
		}
		return new CompiledQuery(compiler.sql.build(), List.copyOf(compiler.codecs));
	}

	private void list(Shape shape) {
		select();
		String qualifier = this.selection.alias() + ".";
		where(shape.conditions(), qualifier);
		order(shape.orders(), qualifier);
		this.sql.append(this.dialect.page(shape.limited(), shape.skipping()));
	}

	private void count(Shape shape) {
		boolean paged = shape.limited() || shape.skipping();
		this.sql.append(paged ? "select count(*) from (select 1 as found from " : "select count(*) from ");
		this.sql.ownTable(shape.model().table().name());
		where(shape.conditions(), "");
		this.sql.append(this.dialect.page(shape.limited(), shape.skipping())).append(paged ? ") page" : "");
	}

	private void exists(Shape shape) {
		this.sql.append("select 1 from ").ownTable(shape.model().table().name());
		where(shape.conditions(), "");
		this.sql.append(this.dialect.page(shape.limited(), shape.skipping()));
	}

	private void delete(Shape shape) {
		this.sql.append("delete from ").ownTable(shape.model().table().name());
		where(shape.conditions(), "");
	}

	private void select() {
		List<String> columns = new ArrayList<>();
		collectColumns(this.selection, columns);
		this.sql.append("select " + String.join(", ", columns) + " from ")
			.ownTable(this.selection.model().table().name())
			.append(" " + this.selection.alias());
		joinAll(this.selection, false);
	}

	private void collectColumns(Selection from, List<String> columns) {
		for (Selection.Item item : from.items()) {
			if (item instanceof Selection.Joined joined) {
				collectColumns(joined.target(), columns);
			}
			else {
				item.attribute()
					.columns()
					.forEach((column) -> columns.add(from.alias() + "." + this.dialect.quote(column.name())));
			}
		}
	}

	/**
	 * Joins what objects refer to.
	 * @param outer whether the objects may be missing themselves
	 */
	private void joinAll(Selection from, boolean outer) {
		for (Selection.Item item : from.items()) {
			if (item instanceof Selection.Joined joined) {
				boolean missing = outer || joined.optional();
				join(from, joined, missing);
				joinAll(joined.target(), missing);
			}
		}
	}

	private void join(Selection from, Selection.Joined joined, boolean outer) {
		Selection target = joined.target();
		this.sql.append(outer ? " left join " : " join ")
			.relatedTable(target.model().table().name())
			.append(" " + target.alias() + " on ");
		List<Column> targetColumns = target.model().key().stream().flatMap((part) -> part.columns().stream()).toList();
		List<Column> columns = joined.attribute().columns();
		for (int i = 0; i < columns.size(); i++) {
			this.sql.append((i > 0) ? " and " : "")
				.append(target.alias() + "." + this.dialect.quote(targetColumns.get(i).name()))
				.append(" = " + from.alias() + "." + this.dialect.quote(columns.get(i).name()));
		}
	}

	private void where(@Nullable Condition last, String qualifier) {
		Deque<Condition> conditions = new ArrayDeque<>();
		for (Condition condition = last; condition != null; condition = condition.previous()) {
			conditions.addFirst(condition);
		}
		String word = " where ";
		for (Condition condition : conditions) {
			this.sql.append(word).append(sql(condition, qualifier));
			if (!condition.isNull()) {
				this.codecs.addAll(ColumnCodecs.of(condition.attribute(), this.dialect));
			}
			word = " and ";
		}
	}

	/**
	 * A negated condition leaves out what the condition keeps, and so keeps rows without
	 * a value, for which a comparison in SQL is neither true nor false.
	 */
	private String sql(Condition condition, String qualifier) {
		String test = condition.isNull() ? " is null" : " = ?";
		String negatedTest = condition.isNull() ? " is not null" : " <> ?";
		List<String> terms = new ArrayList<>();
		List<String> nullTerms = new ArrayList<>();
		for (Column column : condition.attribute().columns()) {
			String name = qualifier + this.dialect.quote(column.name());
			terms.add(name + (condition.negated() ? negatedTest : test));
			if (condition.negated() && !condition.isNull() && column.nullable()) {
				nullTerms.add(name + " is null");
			}
		}
		terms.addAll(nullTerms);
		String joined = String.join(condition.negated() ? " or " : " and ", terms);
		return (condition.negated() && terms.size() > 1) ? "(" + joined + ")" : joined;
	}

	private void order(List<Order> orders, String qualifier) {
		String word = " order by ";
		for (Order order : orders) {
			for (Column column : order.attribute().columns()) {
				this.sql.append(word)
					.append(qualifier + this.dialect.quote(column.name()) + (order.descending() ? " desc" : ""));
				word = ", ";
			}
		}
	}

}
