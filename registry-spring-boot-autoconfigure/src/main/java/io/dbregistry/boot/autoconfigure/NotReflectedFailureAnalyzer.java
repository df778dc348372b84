package io.dbregistry.boot.autoconfigure;

import io.dbregistry.model.NotReflectedException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a model is used before its table was read.
 */
final class NotReflectedFailureAnalyzer extends AbstractFailureAnalyzer<NotReflectedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NotReflectedException cause) {
		return new FailureAnalysis(
				"Model '%s' has the columns of a table in database '%s', and was used before that table was read."
					.formatted(cause.getModel(), cause.getDatabase()),
				"Tables are read when the application starts, after its beans are made: use the model later, in an "
						+ "ApplicationRunner for example, or call registry.reflection().refresh(\"%s\") before."
							.formatted(cause.getDatabase()),
				cause);
	}

}
