package io.dbregistry.boot.autoconfigure;

import io.dbregistry.model.UnresolvedReferenceException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a model is used before the model that it refers to is there.
 */
final class UnresolvedReferenceFailureAnalyzer extends AbstractFailureAnalyzer<UnresolvedReferenceException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnresolvedReferenceException cause) {
		return new FailureAnalysis(
				"Model '%s' was used while its attribute '%s' refers to '%s', which is not among the models."
					.formatted(cause.getModel(), cause.getAttribute(), cause.getTarget()),
				("Register '%s' before '%s' is used: mark it with @Model in a package of the application, name it in a "
						+ "RegistryCustomizer, or call registry.models().register(…) earlier.")
					.formatted(cause.getTarget(), cause.getModel()),
				cause);
	}

}
