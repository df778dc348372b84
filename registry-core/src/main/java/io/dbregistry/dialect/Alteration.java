package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnChanged;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.ColumnRenamed;
import io.dbregistry.metadata.Change.CommentChanged;
import io.dbregistry.metadata.Change.PartAdded;
import io.dbregistry.metadata.Change.PartRemoved;
import io.dbregistry.metadata.Change.PrimaryKeyChanged;
import io.dbregistry.metadata.Change.SequenceChanged;
import io.dbregistry.metadata.Change.TableAdded;
import io.dbregistry.metadata.Change.TableRemoved;
import io.dbregistry.metadata.Change.TableRenamed;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.TablePart;
import org.jspecify.annotations.Nullable;

/**
 * The statements that make changes, of the SQL standard as far as it goes; each product
 * overrides what it has in its own way.
 */
class Alteration {

	private final Dialect dialect;

	private final StandardDdl ddl;

	Alteration(Dialect dialect, StandardDdl ddl) {
		this.dialect = dialect;
		this.ddl = ddl;
	}

	/**
	 * The statements in the order of the changes.
	 * @param before what there is before
	 */
	List<String> statements(Metadata before, List<Change> changes) {
		return statements(changes);
	}

	/**
	 * The statements in the order of the changes. Tables that come or go one after
	 * another are made or dropped together.
	 */
	List<String> statements(List<Change> changes) {
		List<String> statements = new ArrayList<>();
		int next = 0;
		while (next < changes.size()) {
			int begin = next;
			next = endOfKind(changes, begin);
			List<Change> same = changes.subList(begin, next);
			if (same.get(0) instanceof TableAdded) {
				List<Table> tables = same.stream().map((change) -> ((TableAdded) change).added()).toList();
				this.ddl.createTables(tables).forEach((step) -> statements.add(step.sql()));
			}
			else if (same.get(0) instanceof TableRemoved) {
				List<Table> tables = same.stream().map((change) -> ((TableRemoved) change).removed()).toList();
				statements.addAll(this.ddl.dropTables(tables));
			}
			else {
				same.forEach((change) -> statements.addAll(statements(change)));
			}
		}
		return statements;
	}

	private static int endOfKind(List<Change> changes, int begin) {
		int end = begin;
		while (end < changes.size() && changes.get(end).getClass() == changes.get(begin).getClass()) {
			end++;
		}
		return end;
	}

	private List<String> statements(Change change) {
		String alter = alter(change.table());
		if (change instanceof TableRenamed renamed) {
			return List.of(alter + "rename to " + newName(renamed.renamed()));
		}
		if (change instanceof ColumnRenamed renamed) {
			return List.of(alter + rename(quote(renamed.before()), quote(renamed.after())));
		}
		if (change instanceof ColumnAdded added) {
			List<String> statements = new ArrayList<>();
			statements.add(alter + "add column " + this.ddl.column(change.table(), added.column()));
			statements.addAll(commentOnNew(change.table(), added.column()));
			return statements;
		}
		if (change instanceof ColumnRemoved removed) {
			return List.of(alter + "drop column " + quote(removed.column().name()));
		}
		if (change instanceof ColumnChanged changed) {
			return changeColumn(change.table(), changed.before(), changed.after());
		}
		if (change instanceof PrimaryKeyChanged changed) {
			return changeKey(change.table(), changed.before(), changed.after());
		}
		if (change instanceof PartAdded added) {
			return List.of(add(change.table(), added.part()));
		}
		if (change instanceof PartRemoved removed) {
			return List.of(remove(change.table(), removed.part()));
		}
		if (change instanceof CommentChanged changed) {
			return List.of(comment(change.table(), changed.after()));
		}
		return changeSequence((SequenceChanged) change);
	}

	final Dialect dialect() {
		return this.dialect;
	}

	final StandardDdl ddl() {
		return this.ddl;
	}

	final String quote(String name) {
		return this.dialect.quote(name);
	}

	final String alter(QualifiedName table) {
		return "alter table " + this.dialect.quote(table) + " ";
	}

	/** The new name of a table, which stays in its schema. */
	String newName(QualifiedName table) {
		return quote(table.name());
	}

	/** What renames a column, both names quoted. */
	String rename(String before, String after) {
		return "rename column " + before + " to " + after;
	}

	/** The statements that store the remark of a column that was added. */
	List<String> commentOnNew(QualifiedName table, Column column) {
		return (column.comment() != null) ? List.of(comment(table, column)) : List.of();
	}

	private String comment(QualifiedName table, Column column) {
		return "comment on column %s.%s is %s".formatted(this.dialect.quote(table), quote(column.name()),
				text(column.comment()));
	}

	/** A text or nothing. */
	private String text(@Nullable String text) {
		return (text != null) ? this.ddl.literal(text) : "null";
	}

	/** The statement that changes the remark of a table. */
	String comment(QualifiedName table, @Nullable String comment) {
		return "comment on table " + this.dialect.quote(table) + " is " + text(comment);
	}

	/** The statements that make one column of another. */
	List<String> changeColumn(QualifiedName table, Column before, Column after) {
		List<String> statements = new ArrayList<>();
		String alter = alter(table) + "alter column " + quote(after.name()) + " ";
		boolean retyped = !before.type().equals(after.type());
		boolean revalued = !Objects.equals(before.defaultValue(), after.defaultValue());
		if (before.identity() && !after.identity()) {
			statements.add(alter + "drop identity");
		}
		if (before.defaultValue() != null && (retyped || revalued)) {
			// it may not fit the new type
			statements.add(alter + "drop default");
		}
		if (retyped) {
			statements.add(alter + retype(after));
		}
		if (after.defaultValue() != null && (retyped || revalued)) {
			statements.add(alter + "set default " + after.defaultValue());
		}
		if (before.nullable() != after.nullable()) {
			statements.add(alter + (after.nullable() ? "drop" : "set") + " not null");
		}
		if (!before.identity() && after.identity()) {
			statements.add(alter + identify(after));
		}
		if (!Objects.equals(before.comment(), after.comment())) {
			statements.add(comment(table, after));
		}
		return statements;
	}

	/** What gives a column another type. */
	String retype(Column column) {
		return "set data type " + this.ddl.type(column.type());
	}

	/** What makes a column one that the database counts up. */
	String identify(Column column) {
		return "add generated by default as identity";
	}

	/** The statements that change the primary key. */
	List<String> changeKey(QualifiedName table, @Nullable PrimaryKey before, @Nullable PrimaryKey after) {
		List<String> statements = new ArrayList<>();
		if (before != null) {
			statements.add(alter(table) + dropKey(before));
		}
		if (after != null) {
			statements.add(alter(table) + "add " + this.ddl.key(after));
		}
		return statements;
	}

	/** What drops the primary key. */
	String dropKey(PrimaryKey key) {
		return "drop constraint " + quote(Objects.requireNonNull(key.name()));
	}

	private String add(QualifiedName table, TablePart part) {
		return (part instanceof Index index) ? this.ddl.createIndex(table, index) : addConstraint(table, part);
	}

	String addConstraint(QualifiedName table, TablePart constraint) {
		return alter(table) + "add " + this.ddl.constraint(constraint);
	}

	private String remove(QualifiedName table, TablePart part) {
		return (part instanceof Index index) ? dropIndex(table, index) : dropConstraint(table, part);
	}

	String dropConstraint(QualifiedName table, TablePart constraint) {
		return alter(table) + "drop constraint " + quote(constraint.name());
	}

	/** The statement that drops an index, which is in the schema of its table. */
	String dropIndex(QualifiedName table, Index index) {
		return "drop index " + this.dialect.quote(new QualifiedName(table.schema(), index.name()));
	}

	private List<String> changeSequence(SequenceChanged change) {
		Sequence after = change.after();
		if (after == null) {
			return List.of(this.ddl.dropSequence(change.table()));
		}
		if (change.before() == null) {
			return List.of(this.ddl.createSequence(after));
		}
		return List.of("alter sequence %s start with %d increment by %d".formatted(this.dialect.quote(after.name()),
				after.start(), after.increment()));
	}

}
