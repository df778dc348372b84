package io.dbregistry.boot.autoconfigure.migration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that databases could not be migrated.
 */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
		StringBuilder description = new StringBuilder(String.valueOf(cause.getMessage()));
		for (Throwable other : cause.getSuppressed()) {
			description.append("%n%n%s".formatted(other.getMessage()));
		}
		return new FailureAnalysis(description.toString(),
				"Correct the changelog '%s' of database '%s' and start again: what is applied already is not repeated."
					.formatted(cause.getChangelog(), cause.getDatabase()),
				cause);
	}

}
