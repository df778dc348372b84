package io.dbregistry.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that it is not clear which transaction manager serves a database.
 */
final class TransactionManagerFailureAnalyzer extends AbstractFailureAnalyzer<TransactionManagerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TransactionManagerException cause) {
		String action = cause.getServing().isEmpty()
				? "Declare a transaction manager for the DataSource of database '%s', or remove what replaces ours."
					.formatted(cause.getDatabase())
				: "Keep one of '%s', or let the others serve a DataSource of their own."
					.formatted(String.join("', '", cause.getServing()));
		return new FailureAnalysis(String.valueOf(cause.getMessage()), action, cause);
	}

}
