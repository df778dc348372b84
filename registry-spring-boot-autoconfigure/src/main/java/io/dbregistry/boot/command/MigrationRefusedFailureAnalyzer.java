package io.dbregistry.boot.command;

import io.dbregistry.migration.MigrationRefusedException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains why no migration can be planned.
 */
final class MigrationRefusedFailureAnalyzer extends AbstractFailureAnalyzer<MigrationRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationRefusedException cause) {
		return new FailureAnalysis(
				"The next migration of database '%s' cannot be planned:%n%n    - %s".formatted(cause.getDatabase(),
						String.join("%n    - ".formatted(), cause.getReasons())),
				"Correct the models as it is said above, and try again; nothing was changed.", cause);
	}

}
