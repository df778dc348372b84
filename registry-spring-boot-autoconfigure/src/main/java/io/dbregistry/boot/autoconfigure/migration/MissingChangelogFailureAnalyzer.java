package io.dbregistry.boot.autoconfigure.migration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a changelog is missing.
 */
final class MissingChangelogFailureAnalyzer extends AbstractFailureAnalyzer<MissingChangelogException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingChangelogException cause) {
		return new FailureAnalysis(
				"Database '%s' is to be migrated by the changelog '%s', which does not exist."
					.formatted(cause.getDatabase(), cause.getChangelog()),
				"Create the changelog, or correct or remove registry.extra.%s.liquibase.change-log."
					.formatted(cause.getDatabase()),
				cause);
	}

}
