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
		order(shape.orders(), this.selection.objects().alias() + ".");
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
		collectColumns(this.selection.alias(), this.selection.items(), columns);
		this.sql.append("select " + String.join(", ", columns) + " from ")
			.ownTable(this.selection.model().table().name())
			.append(" " + this.selection.alias());
		joinAll(this.selection, this.selection.items(), false);
	}

	private void collectColumns(String alias, List<Selection.Item> items, List<String> columns) {
		for (Selection.Item item : items) {
			if (item instanceof Selection.Joined joined) {
				collectColumns(joined.target().alias(), joined.target().items(), columns);
			}
			else if (item instanceof Selection.Embedded embedded) {
				collectColumns(alias, embedded.items(), columns);
			}
			else {
				item.attribute()
					.columns()
					.forEach((column) -> columns.add(alias + "." + this.dialect.quote(column.name())));
			}
		}
	}

	/**
	 * Joins what objects refer to.
	 * @param items the attributes of the objects, or of what is embedded in them
	 * @param outer whether the objects may be missing themselves
	 */
	private void joinAll(Selection from, List<Selection.Item> items, boolean outer) {
		for (Selection.Item item : items) {
			if (item instanceof Selection.Joined joined) {
				boolean missing = outer || joined.optional();
				join(from, joined, missing);
				joinAll(joined.target(), joined.target().items(), missing);
			}
			else if (item instanceof Selection.Embedded embedded) {
				joinAll(from, embedded.items(), outer);
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
			List<ValueCodec> all = ColumnCodecs.of(condition.attribute(), this.dialect);
			for (int i = 0; i < all.size(); i++) {
				if (!condition.isNull(i)) {
					this.codecs.add(all.get(i));
				}
			}
			word = " and ";
		}
	}

	/**
	 * A negated condition leaves out what the condition keeps, and so keeps rows without
	 * a value, for which a comparison in SQL is neither true nor false.
	 */
	private String sql(Condition condition, String qualifier) {
		boolean negated = condition.negated();
		List<Column> columns = condition.attribute().columns();
		List<String> terms = new ArrayList<>();
		List<String> nullTerms = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			String name = qualifier + this.dialect.quote(columns.get(i).name());
			if (condition.isNull(i)) {
				terms.add(name + (negated ? " is not null" : " is null"));
			}
			else {
				terms.add(name + (negated ? " <> ?" : " = ?"));
				if (negated && columns.get(i).nullable()) {
					nullTerms.add(name + " is null");
				}
			}
		}
		terms.addAll(nullTerms);
		boolean anyOf = negated != condition.isIncompleteReference();
		String joined = String.join(anyOf ? " or " : " and ", terms);
		return (anyOf && terms.size() > 1) ? "(" + joined + ")" : joined;
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
