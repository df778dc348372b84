package io.dbregistry.migration;

import java.sql.SQLException;

import liquibase.exception.ChangeLogParseException;
import liquibase.exception.RollbackFailedException;
import liquibase.exception.ValidationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Says what failed in Liquibase, and what to do about it.
 */
final class LiquibaseFailure {

	private LiquibaseFailure() {
	}

	static MigrationException of(MigrationPlace place, @Nullable String changeSet, Exception failure) {
		if (failure instanceof MigrationException known) {
			return known;
		}
		ValidationFailedException invalid = find(failure, ValidationFailedException.class);
		if (invalid != null && !invalid.getInvalidMD5Sums().isEmpty()) {
			return new MigrationException(place, edited(invalid),
					"it was edited after it was applied; undo the edit and add a change set instead, or give it "
							+ "'validCheckSum: ANY' when both mean the same",
					failure);
		}
		if (invalid != null) {
			return new MigrationException(place, changeSet, words(failure) + "; correct the changelog", failure);
		}
		if (find(failure, RollbackFailedException.class) != null) {
			return new MigrationException(place, changeSet,
					words(failure) + "; give the change set a rollback, or undo it by a further one", failure);
		}
		if (changeSet == null && find(failure, SQLException.class) != null) {
			return new MigrationException(place, null,
					words(failure) + "; see that the user of the connection may do that, then try again", failure);
		}
		ChangeLogParseException unreadable = find(failure, ChangeLogParseException.class);
		if (unreadable != null || changeSet == null) {
			return new MigrationException(place, changeSet,
					((unreadable != null) ? words(unreadable.getMessage()) : words(failure))
							+ "; correct the changelog, or put what it includes where it looks for it",
					failure);
		}
		return new MigrationException(place, changeSet,
				words(failure) + "; correct the change set and migrate again, which goes on from there", failure);
	}

	/** The first change set whose checksum is not what was applied; both sums follow. */
	private static String edited(ValidationFailedException invalid) {
		return invalid.getInvalidMD5Sums().get(0).split(" was: ", 2)[0].strip();
	}

	/** The innermost words, which are the database's own if it has said anything. */
	private static String words(Throwable failure) {
		Throwable innermost = failure;
		while (innermost.getCause() != null) {
			innermost = innermost.getCause();
		}
		return words(innermost.getMessage());
	}

	/** Without the statement, which H2 repeats: it may have a secret. */
	static String words(@Nullable String message) {
		return String.valueOf(message)
			.replaceFirst("(?s); SQL statement:.*", "")
			.replaceAll("\\s+", " ")
			.replaceFirst("[.\\s]+$", "")
			.strip();
	}

	private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}
