package io.dbregistry.query;

import java.sql.SQLException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement, without its values.
 *
 * @param database the name of the database
 * @param sql the statement with its place holders
 * @param duration how long it took, the reading of its rows included
 * @param rows the number of rows read or changed; 0 when it failed
 * @param failure why it failed, or {@code null}
 */
public record StatementExecution(String database, String sql, Duration duration, long rows,
		@Nullable SQLException failure) {

}
