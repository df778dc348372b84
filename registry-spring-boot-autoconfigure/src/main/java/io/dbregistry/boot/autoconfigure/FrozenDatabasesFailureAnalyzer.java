package io.dbregistry.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that ahead-of-time processing saw other databases.
 */
final class FrozenDatabasesFailureAnalyzer extends AbstractFailureAnalyzer<FrozenDatabasesException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FrozenDatabasesException cause) {
		return new FailureAnalysis(
				("The application was processed ahead of time for the databases %s under registry.*, but it is started "
						+ "with %s.")
					.formatted(cause.getBuilt(), cause.getConfigured()),
				"Process it again with the profiles and properties it is started with (in Maven, the 'profiles' of the "
						+ "goal spring-boot:process-aot), or start it with those of the build.",
				cause);
	}

}
