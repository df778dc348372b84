package io.dbregistry.boot.autoconfigure;

import io.dbregistry.database.NoSuchDatabaseException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a database name that the registry does not know.
 */
final class NoSuchDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchDatabaseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NoSuchDatabaseException cause) {
		return new FailureAnalysis(
				"A database named '%s' is asked for, but the registry has none of that name. It has '%s'."
					.formatted(cause.getName(), String.join("', '", cause.getKnown())),
				"Add registry.extra.%s, or correct the name where it is used.".formatted(cause.getName()), cause);
	}

}
