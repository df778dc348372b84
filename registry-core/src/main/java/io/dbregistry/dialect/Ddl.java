package io.dbregistry.dialect;

import java.util.List;

import io.dbregistry.metadata.ColumnType;
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
	 * exist. Tables come after those they refer to, each with all that belongs to it; the
	 * foreign keys of those that refer to later ones, in a circle, come last.
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
	 * Whether dropping a table deletes or changes rows of others that refer to it, where
	 * it ought to fail.
	 * @return {@code true} where the caller has to make sure that there are none
	 */
	default boolean dropReachesOthers() {
		return false;
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
	 * A step on the way to a table.
	 *
	 * @param table the table
	 * @param creates whether this makes the table, and does not add to it
	 * @param sql the statement
	 */
	record Step(Table table, boolean creates, String sql) {

	}

}
