package io.dbregistry.dialect;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.support.AbstractFallbackSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Translates the exceptions of SQLite's driver, which carry no SQL state: only their text
 * begins with the name of the extended result code.
 */
final class SqliteExceptionTranslator extends AbstractFallbackSQLExceptionTranslator {

	private static final int ERROR = 1;

	private static final int BUSY = 5;

	private static final int LOCKED = 6;

	private static final int CONSTRAINT = 19;

	SqliteExceptionTranslator() {
		setFallbackTranslator(new SQLExceptionSubclassTranslator());
	}

	@Override
	protected @Nullable DataAccessException doTranslate(String task, @Nullable String sql, SQLException exception) {
		String message = buildMessage(task, sql, exception);
		return switch (exception.getErrorCode()) {
			case ERROR -> new BadSqlGrammarException(task, (sql != null) ? sql : "", exception);
			case BUSY, LOCKED -> new CannotAcquireLockException(message, exception);
			case CONSTRAINT -> isDuplicate(exception) ? new DuplicateKeyException(message, exception)
					: new DataIntegrityViolationException(message, exception);
			default -> null;
		};
	}

	private static boolean isDuplicate(SQLException exception) {
		String text = String.valueOf(exception.getMessage());
		return text.startsWith("[SQLITE_CONSTRAINT_UNIQUE]") || text.startsWith("[SQLITE_CONSTRAINT_PRIMARYKEY]")
				|| text.startsWith("[SQLITE_CONSTRAINT_ROWID]");
	}

}
