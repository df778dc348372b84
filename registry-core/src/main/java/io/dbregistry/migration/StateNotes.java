package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Notes that schemas have all of a changelog, in the transaction that gave them the last
 * of it.
 */
@FunctionalInterface
interface StateNotes {

	void write(Connection connection, Collection<String> schemas) throws SQLException;

}
