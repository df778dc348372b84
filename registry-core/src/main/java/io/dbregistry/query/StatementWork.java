package io.dbregistry.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What is done with one prepared statement: parameters set, executed, rows read.
 */
@FunctionalInterface
interface StatementWork {

	/**
	 * Executes the statement.
	 * @return the number of rows read or changed
	 */
	long execute(PreparedStatement statement) throws SQLException;

}
