package io.dbregistry.boot.autoconfigure;

import io.dbregistry.error.NearNames;
import io.dbregistry.model.NoSuchModelException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a model is asked for which is not there, or not yet.
 */
final class NoSuchModelFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchModelException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NoSuchModelException cause) {
		return new FailureAnalysis(
				"A model '%s' was asked for, but there is none; %s.".formatted(cause.getName(),
						NearNames.describe(cause.getName(), cause.getKnown())),
				"Correct the name; or mark the model with @Model in a package of the application, or name it in a "
						+ "RegistryCustomizer. Models of patterns come when the application starts, after its beans are "
						+ "made: ask for them where they are used, not in a constructor.",
				cause);
	}

}
