package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;

/**
 * The DDL of H2, where each statement is for good: the remark of a table, its indexes and
 * its foreign keys to tables that come later are statements of their own.
 */
final class H2Ddl extends StandardDdl {

	private final Dialect dialect;

	H2Ddl(Dialect dialect) {
		super(dialect, new TypeNames());
		this.dialect = dialect;
	}

	@Override
	List<List<String>> namesInSchema(Table table) {
		List<String> constraints = new ArrayList<>(keys(table));
		constraints.addAll(foreignKeys(table));
		table.checks().forEach((check) -> constraints.add(check.name()));
		return List.of(indexes(table), constraints);
	}

	@Override
	String options(Column column) {
		return (column.comment() != null) ? " comment " + literal(column.comment()) : "";
	}

	@Override
	List<String> comments(Table table) {
		return commentOnTable(table);
	}

	/**
	 * There are no locks on tables: a condition that no row meets keeps rows away, and
	 * fails when there are any.
	 */
	@Override
	List<String> lock(List<Table> circle) {
		return circle.stream()
			.map((table) -> "alter table %s add constraint %s check (false)".formatted(quote(table), seal(table)))
			.toList();
	}

	@Override
	List<String> unlock(List<Table> circle) {
		return circle.stream()
			.map((table) -> "alter table if exists %s drop constraint if exists %s".formatted(quote(table),
					seal(table)))
			.toList();
	}

	/**
	 * Others see it when they are refused; the names of constraints are unique in a
	 * schema.
	 */
	private String seal(Table table) {
		return quote("being_dropped_" + Integer.toHexString(table.name().toString().hashCode()));
	}

	/**
	 * An index without a schema would be made in the current one, which must not differ.
	 */
	@Override
	String indexName(QualifiedName table, Index index) {
		return this.dialect.quote(new QualifiedName(table.schema(), index.name()));
	}

	@Override
	Alteration alteration() {
		return new H2Alteration(this.dialect, this);
	}

	@Override
	public boolean isTransactional() {
		return false;
	}

}
