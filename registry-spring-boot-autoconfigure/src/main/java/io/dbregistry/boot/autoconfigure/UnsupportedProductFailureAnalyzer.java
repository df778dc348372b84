package io.dbregistry.boot.autoconfigure;

import io.dbregistry.dialect.UnsupportedProductException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that the registry does not know a database product.
 */
final class UnsupportedProductFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedProductException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedProductException cause) {
		return new FailureAnalysis(
				"Models and schemas are not supported on database product '%s'.".formatted(cause.getProduct()),
				"Keep models in one of '%s'; other products can be reached with JdbcClient alone."
					.formatted(String.join("', '", cause.getKnown())),
				cause);
	}

}
