package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.dbregistry.metadata.Note;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a schema has from the catalog of one product, in a number of round trips
 * that does not depend on the number of tables.
 * <p>
 * Everything is in the product's normal form ({@link Dialect#normalForm(Table)}): names
 * as they are declared, not as they are stored, and types as the product knows them.
 * Tables and sequences carry the schema they were read from; so do the targets of foreign
 * keys. What the records cannot say becomes a note. Views are noted, not read.
 * <p>
 * Holds no state and is safe for use by several threads.
 */
public interface Catalog {

	/**
	 * Reads a schema.
	 * @param connection an open connection, whose current schema does not matter
	 * @param schema the exact name of the schema, or {@code null} where the product has
	 * none
	 * @param filter which tables are wanted; sequences are read in any case, and views
	 * are noted only for all
	 * @return what it has; nothing when there is no such schema
	 * @throws SQLException if the server refuses to say
	 */
	Contents read(Connection connection, @Nullable String schema, TableFilter filter) throws SQLException;

	/**
	 * Says of declared tables what {@link #read} says of them once they are created: they
	 * are, for a moment, where nobody else sees them, and without their foreign keys.
	 * @param connection an open connection in auto-commit mode
	 * @param tables tables without a schema
	 * @param sequences sequences without a schema that default values take numbers from
	 * @return the tables in the server's words, without a schema
	 * @throws SQLException if the server refuses to create them
	 * @throws UnsupportedFeatureException if there is no such place
	 */
	default List<Table> tryOut(Connection connection, List<Table> tables, List<Sequence> sequences)
			throws SQLException {
		throw new UnsupportedFeatureException(connection.getMetaData().getDatabaseProductName(),
				"place where tables can be tried out", "the comparison", "compare without trying tables out");
	}

	/**
	 * Sums up what schemas have, all of them by one query. Equal tables, columns, keys,
	 * constraints, indexes and sequences give equal fingerprints, whatever the schemas
	 * are called and in whatever order columns were made; comments and rows do not
	 * matter. Only fingerprints of one server can be compared.
	 * @param connection an open connection
	 * @param schemas the exact names of the schemas
	 * @param ignored the stored names of tables that do not matter
	 * @return the fingerprint by schema; none for one that has nothing or is not there
	 * @throws SQLException if the server refuses to say
	 * @throws UnsupportedFeatureException if the product has no schemas
	 */
	Map<String, String> fingerprints(Connection connection, Collection<String> schemas, Collection<String> ignored)
			throws SQLException;

	/**
	 * What a schema has.
	 *
	 * @param tables the tables in the order of their names; keys, constraints and indexes
	 * of a table are in the order of theirs
	 * @param sequences the sequences that are not part of a column, in the order of their
	 * names
	 * @param notes what the records cannot say
	 */
	record Contents(List<Table> tables, List<Sequence> sequences, List<Note> notes) {

		public Contents {
			tables = List.copyOf(tables);
			sequences = List.copyOf(sequences);
			notes = List.copyOf(notes);
		}

	}

}
