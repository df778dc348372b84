package io.dbregistry.boot.autoconfigure;

import io.dbregistry.database.DatabaseException;
import io.dbregistry.database.DatabaseOpenException;
import io.dbregistry.database.Databases;
import io.dbregistry.database.MissingDriverException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a database that could not be opened, and names the others that could not.
 */
final class DatabaseOpenFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseOpenException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DatabaseOpenException cause) {
		StringBuilder description = new StringBuilder(String.valueOf(cause.getMessage()));
		for (Throwable other : cause.getSuppressed()) {
			if (other instanceof DatabaseException) {
				description.append("%n%n%s".formatted(other.getMessage()));
			}
		}
		return new FailureAnalysis(description.toString(), action(cause), cause);
	}

	private String action(DatabaseOpenException cause) {
		String name = cause.getDatabase();
		boolean primary = name.equals(Databases.PRIMARY);
		String settings = primary ? "registry.database (or spring.datasource)" : "registry.extra." + name;
		if (cause instanceof MissingDriverException) {
			return "Add the driver as a dependency, or correct the URL under %s.".formatted(settings);
		}
		if (cause.isRefusedLogin()) {
			return "The server of database '%s' has refused the login: correct user and password under %s."
				.formatted(name, settings);
		}
		String action = ("Check that the server of database '%s' runs and can be reached from here, and that URL, "
				+ "user and password under %s are right.")
			.formatted(name, settings);
		return primary ? action : action
				+ " If the application can do without it at start, set %s.required to false.".formatted(settings);
	}

}
