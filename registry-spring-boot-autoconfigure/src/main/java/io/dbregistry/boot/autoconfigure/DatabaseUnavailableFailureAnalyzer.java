package io.dbregistry.boot.autoconfigure;

import io.dbregistry.database.DatabaseUnavailableException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains that a bean needs an optional database that is down. Comes before the one that
 * explains why it could not be opened, which is the cause.
 */
@Order(0)
final class DatabaseUnavailableFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseUnavailableException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DatabaseUnavailableException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				("Database '%s' is optional, so it may be down at start: use it later than that, or catch this failure. "
						+ "If the application can't do without it, set registry.extra.%s.required to true.")
					.formatted(cause.getDatabase(), cause.getDatabase()),
				cause);
	}

}
