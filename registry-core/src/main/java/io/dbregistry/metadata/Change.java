package io.dbregistry.metadata;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One step from one state of a database to another.
 *
 * <pre>{@code
 * for (Change change : Metadata.diff(live, wanted)) {
 * 	System.out.println(change.describe());
 * }
 * }</pre>
 *
 * A closed set of immutable values, so that a {@code switch} over them is complete. A
 * comparison finds no renames: what is only called by another name is removed and added.
 */
public sealed interface Change {

	/**
	 * The table or sequence that changes.
	 * @return its name
	 */
	QualifiedName table();

	/**
	 * The change for people.
	 * @return a sentence without a full stop
	 */
	String describe();

	/**
	 * What is there and ought to be otherwise, for people, where a comparison went from
	 * what ought to be to what is.
	 * @return a sentence without a full stop
	 */
	default String describeDifference() {
		return Difference.describe(this);
	}

	/**
	 * The change that undoes this one.
	 * @return the way back
	 */
	Change inverse();

	/**
	 * A table with all that belongs to it comes.
	 *
	 * @param added the table
	 */
	record TableAdded(Table added) implements Change {

		@Override
		public QualifiedName table() {
			return this.added.name();
		}

		@Override
		public String describe() {
			return "Table '%s' is added".formatted(table());
		}

		@Override
		public Change inverse() {
			return new TableRemoved(this.added);
		}

	}

	/**
	 * A table with all that belongs to it goes.
	 *
	 * @param removed the table
	 */
	record TableRemoved(Table removed) implements Change {

		@Override
		public QualifiedName table() {
			return this.removed.name();
		}

		@Override
		public String describe() {
			return "Table '%s' is removed".formatted(table());
		}

		@Override
		public Change inverse() {
			return new TableAdded(this.removed);
		}

	}

	/**
	 * A table gets another name, and keeps its rows. Foreign keys refer to it by the new
	 * name afterwards.
	 *
	 * @param table the name before
	 * @param newName the name after, in the same schema
	 */
	record TableRenamed(QualifiedName table, String newName) implements Change {

		@Override
		public String describe() {
			return "Table '%s' is renamed to '%s'".formatted(this.table, this.newName);
		}

		@Override
		public Change inverse() {
			return new TableRenamed(renamed(), this.table.name());
		}

		/**
		 * The whole name after.
		 * @return the new name in the schema of the table
		 */
		public QualifiedName renamed() {
			return new QualifiedName(this.table.schema(), this.newName);
		}

	}

	/**
	 * A column gets another name, and keeps its values. Keys, constraints and indexes
	 * have it by the new name afterwards.
	 *
	 * @param table the table
	 * @param before the name before
	 * @param after the name after
	 */
	record ColumnRenamed(QualifiedName table, String before, String after) implements Change {

		@Override
		public String describe() {
			return "Column '%s' of table '%s' is renamed to '%s'".formatted(this.before, this.table, this.after);
		}

		@Override
		public Change inverse() {
			return new ColumnRenamed(this.table, this.after, this.before);
		}

	}

	/**
	 * A column comes.
	 *
	 * @param table the table
	 * @param column the column
	 */
	record ColumnAdded(QualifiedName table, Column column) implements Change {

		@Override
		public String describe() {
			return "Column '%s' of type %s is added to table '%s'".formatted(this.column.name(), this.column.type(),
					this.table);
		}

		@Override
		public Change inverse() {
			return new ColumnRemoved(this.table, this.column);
		}

	}

	/**
	 * A column goes.
	 *
	 * @param table the table
	 * @param column the column
	 */
	record ColumnRemoved(QualifiedName table, Column column) implements Change {

		@Override
		public String describe() {
			return "Column '%s' is removed from table '%s'".formatted(this.column.name(), this.table);
		}

		@Override
		public Change inverse() {
			return new ColumnAdded(this.table, this.column);
		}

	}

	/**
	 * A column becomes another of the same name.
	 *
	 * @param table the table
	 * @param before the column as it is
	 * @param after the column as it becomes
	 */
	record ColumnChanged(QualifiedName table, Column before, Column after) implements Change {

		@Override
		public String describe() {
			return "Column '%s' of table '%s' changes: %s".formatted(this.before.name(), this.table,
					String.join(", ", this.before.differences(this.after, "%s from %s to %s")));
		}

		@Override
		public Change inverse() {
			return new ColumnChanged(this.table, this.after, this.before);
		}

	}

	/**
	 * The primary key comes, goes, or gets another name or other columns.
	 *
	 * @param table the table
	 * @param before the key as it is, or {@code null} for none
	 * @param after the key as it becomes, or {@code null} for none
	 */
	record PrimaryKeyChanged(QualifiedName table, @Nullable PrimaryKey before,
			@Nullable PrimaryKey after) implements Change {

		@Override
		public String describe() {
			return "The primary key of table '%s' changes from %s to %s".formatted(this.table, text(this.before),
					text(this.after));
		}

		private static String text(@Nullable PrimaryKey key) {
			return (key == null) ? "none" : key.columns() + ((key.name() != null) ? " named '" + key.name() + "'" : "");
		}

		@Override
		public Change inverse() {
			return new PrimaryKeyChanged(this.table, this.after, this.before);
		}

	}

	/**
	 * A constraint or an index comes.
	 *
	 * @param table the table
	 * @param part the constraint or index
	 */
	record PartAdded(QualifiedName table, TablePart part) implements Change {

		@Override
		public String describe() {
			return "%s is added to table '%s'".formatted(this.part.describe(), this.table);
		}

		@Override
		public Change inverse() {
			return new PartRemoved(this.table, this.part);
		}

	}

	/**
	 * A constraint or an index goes.
	 *
	 * @param table the table
	 * @param part the constraint or index
	 */
	record PartRemoved(QualifiedName table, TablePart part) implements Change {

		@Override
		public String describe() {
			return "%s is removed from table '%s'".formatted(this.part.describe(), this.table);
		}

		@Override
		public Change inverse() {
			return new PartAdded(this.table, this.part);
		}

	}

	/**
	 * The remark of a table comes, goes or changes.
	 *
	 * @param table the table
	 * @param before the remark as it is, or {@code null} for none
	 * @param after the remark as it becomes, or {@code null} for none
	 */
	record CommentChanged(QualifiedName table, @Nullable String before, @Nullable String after) implements Change {

		@Override
		public String describe() {
			return "The comment of table '%s' changes from '%s' to '%s'".formatted(this.table,
					Objects.requireNonNullElse(this.before, ""), Objects.requireNonNullElse(this.after, ""));
		}

		@Override
		public Change inverse() {
			return new CommentChanged(this.table, this.after, this.before);
		}

	}

	/**
	 * A sequence comes, goes or changes.
	 *
	 * @param before the sequence as it is, or {@code null} for none
	 * @param after the sequence as it becomes, or {@code null} for none
	 */
	record SequenceChanged(@Nullable Sequence before, @Nullable Sequence after) implements Change {

		public SequenceChanged {
			if (before == null && after == null) {
				throw new IllegalArgumentException("A change of a sequence needs one before or after");
			}
		}

		@Override
		public QualifiedName table() {
			return ((this.before != null) ? this.before : Objects.requireNonNull(this.after)).name();
		}

		@Override
		public String describe() {
			return "Sequence '%s' changes from %s to %s".formatted(table(), text(this.before), text(this.after));
		}

		private static String text(@Nullable Sequence sequence) {
			return (sequence == null) ? "none"
					: "start %d, increment %d".formatted(sequence.start(), sequence.increment());
		}

		@Override
		public Change inverse() {
			return new SequenceChanged(this.after, this.before);
		}

	}

}
