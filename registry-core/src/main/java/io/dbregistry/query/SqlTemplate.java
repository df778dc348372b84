package io.dbregistry.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A compiled statement with a hole for the schema at each table.
 * <p>
 * Made once per shape and used for every schema. Only the text for the last schema is
 * kept: with one schema nothing is put together again, and with a thousand nothing grows.
 */
final class SqlTemplate {

	private final Dialect dialect;

	/** The text before each hole, and the rest. */
	private final List<String> texts;

	/** For each hole whether the model's own table stands there, or a related one. */
	private final List<Boolean> own;

	/** An immutable value; what one thread writes another may use or replace. */
	private volatile @Nullable Rendered last;

	private SqlTemplate(Builder builder) {
		this.dialect = builder.dialect;
		builder.endText();
		this.texts = List.copyOf(builder.texts);
		this.own = List.copyOf(builder.own);
	}

	/**
	 * The statement for the schemas of a target.
	 */
	String render(Target target) {
		Rendered rendered = this.last;
		if (rendered == null || !rendered.isFor(target)) {
			rendered = new Rendered(target.schema(), target.relatedSchema(), fill(target));
			this.last = rendered;
		}
		return rendered.sql();
	}

	private String fill(Target target) {
		String own = prefix(target.schema());
		String related = prefix(target.relatedSchema());
		StringBuilder sql = new StringBuilder();
		for (int i = 0; i < this.own.size(); i++) {
			sql.append(this.texts.get(i)).append(this.own.get(i) ? own : related);
		}
		return sql.append(this.texts.get(this.own.size())).toString();
	}

	private String prefix(@Nullable String schema) {
		if (schema == null) {
			return "";
		}
		this.dialect.requireSchemas(schema);
		return this.dialect.quoteSchema(schema) + ".";
	}

	/** The text for one pair of schemas. */
	private record Rendered(@Nullable String schema, @Nullable String relatedSchema, String sql) {

		boolean isFor(Target target) {
			return Objects.equals(this.schema, target.schema())
					&& Objects.equals(this.relatedSchema, target.relatedSchema());
		}

	}

	/**
	 * Collects the text of a statement.
	 */
	static final class Builder {

		private final Dialect dialect;

		private final List<String> texts = new ArrayList<>();

		private final List<Boolean> own = new ArrayList<>();

		private StringBuilder text = new StringBuilder();

		Builder(Dialect dialect) {
			this.dialect = dialect;
		}

		Builder append(String sql) {
			this.text.append(sql);
			return this;
		}

		/** Appends the table of the model itself. */
		Builder ownTable(QualifiedName table) {
			return hole(table, true);
		}

		/** Appends the table of a related model. */
		Builder relatedTable(QualifiedName table) {
			return (table.schema() != null) ? append(this.dialect.quote(table)) : hole(table, false);
		}

		private Builder hole(QualifiedName table, boolean ownTable) {
			endText();
			this.own.add(ownTable);
			return append(this.dialect.quote(table.name()));
		}

		private void endText() {
			this.texts.add(this.text.toString());
			this.text = new StringBuilder();
		}

		SqlTemplate build() {
			return new SqlTemplate(this);
		}

	}

}
