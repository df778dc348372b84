package io.dbregistry.boot.autoconfigure;

import io.dbregistry.database.DatabaseNotOpenException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a bean uses a database before anybody has opened it.
 */
final class DatabaseNotOpenFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseNotOpenException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DatabaseNotOpenException cause) {
		return new FailureAnalysis(
				"Database '%s' is used at start, but nobody has opened it.".formatted(cause.getDatabase()),
				"Set registry.auto-startup to true, or call registry.open() before database '%s' is used."
					.formatted(cause.getDatabase()),
				cause);
	}

}
