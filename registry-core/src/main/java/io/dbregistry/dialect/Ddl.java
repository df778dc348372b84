package io.dbregistry.dialect;

import java.util.List;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;

/**
 * The statements that make and drop tables and sequences, in the SQL of one product. The
 * same tables give the same statements in any JVM.
 * <p>
 * Holds no state and is safe for use by several threads. It executes nothing.
 */
public interface Ddl {

	/**
	 * A type as it stands in the declaration of a column.
	 * @param type the type
	 * @return its name in this product, with length, precision and scale
	 * @throws UnsupportedFeatureException if the product has no such type
	 */
	String type(ColumnType type);

	/**
	 * The statements that make tables with all that belongs to them, none of which may
	 * exist. Tables come after those they refer to; those that refer to each other, in a
	 * circle, come together, with all that belongs to them.
	 * @param tables the tables, in any order
	 * @return the statements in the order to run them
	 * @throws IllegalArgumentException if two tables have one name
	 * @throws UnsupportedFeatureException if the product has no type for a column
	 */
	List<Step> createTables(List<Table> tables);

	/**
	 * The statements that drop tables, all of which exist, and nothing else: they fail
	 * when another table refers to one of these.
	 * @param tables the tables, in any order
	 * @return the statements in the order to run them
	 * @throws IllegalArgumentException if two tables have one name
	 */
	List<String> dropTables(List<Table> tables);

	/**
	 * How tables are dropped that others may have written to, each only when it has no
	 * rows. Tables come before those they refer to; those that refer to each other, in a
	 * circle, go together.
	 * @param tables the tables, all of which exist, in any order
	 * @return what to do, in order; one that fails leaves its own tables and need not end
	 * the others
	 * @throws IllegalArgumentException if two tables have one name
	 */
	List<LockedDrop> dropUnused(List<Table> tables);

	/**
	 * Whether dropping a table deletes or changes rows of others that refer to it, where
	 * it ought to fail.
	 * @return {@code true} where the caller has to make sure that there are none
	 */
	default boolean dropReachesOthers() {
		return false;
	}

	/**
	 * The statements that make changes to what is there.
	 * @param before what is there, at least the tables that change and those that refer
	 * to them
	 * @param changes the changes, in an order in which they can be made
	 * @return the statements in the order to run them
	 * @throws UnsupportedFeatureException if the product cannot make such a change
	 */
	List<String> alter(Metadata before, List<Change> changes);

	/**
	 * Divides changes into those that are made or fail together, in an order in which
	 * they can be made.
	 * @param changes the changes, in an order in which they can be made
	 * @return all of them as one where a rollback undoes these statements, else as few as
	 * can be together
	 */
	default List<List<Change>> divide(List<Change> changes) {
		return isTransactional() ? List.of(changes) : ChangeSets.of(changes);
	}

	/**
	 * The statement that makes a sequence, which must not exist.
	 * @param sequence the sequence
	 * @return the statement
	 * @throws UnsupportedFeatureException if the product has no sequences
	 */
	String createSequence(Sequence sequence);

	/**
	 * The statement that drops a sequence, which exists.
	 * @param sequence its name
	 * @return the statement
	 * @throws UnsupportedFeatureException if the product has no sequences
	 */
	String dropSequence(QualifiedName sequence);

	/**
	 * Whether a rollback undoes these statements.
	 * @return {@code false} where each is committed at once
	 */
	boolean isTransactional();

	/**
	 * How many of these statements one transaction takes.
	 * @return for example 256 where each new table holds locks until the end, and the
	 * server has only so many
	 */
	default int transactionSize() {
		return Integer.MAX_VALUE;
	}

	/**
	 * A step on the way to a table.
	 *
	 * @param circle a number that the steps of one table have in common, and those of
	 * tables that refer to each other
	 * @param table the table
	 * @param creates whether this makes the table, and does not add to it
	 * @param sql the statement
	 */
	record Step(int circle, Table table, boolean creates, String sql) {

	}

	/**
	 * A drop of tables that nobody else can write to meanwhile: what locks them is
	 * executed first, in the transaction of the drop where the product undoes these
	 * statements; then they are asked for rows; then they are dropped, or not. What
	 * unlocks them is executed in any case, also after a failure.
	 *
	 * @param tables a table, or those that refer to each other in a circle
	 * @param lock the statements that keep others away; they wait for them only for a
	 * moment and fail then
	 * @param drop the statements that drop the tables; they fail when another table
	 * refers to one of these
	 * @param unlock the statements that let others in again
	 */
	record LockedDrop(List<Table> tables, List<String> lock, List<String> drop, List<String> unlock) {

		public LockedDrop {
			tables = List.copyOf(tables);
			lock = List.copyOf(lock);
			drop = List.copyOf(drop);
			unlock = List.copyOf(unlock);
		}

	}

}
