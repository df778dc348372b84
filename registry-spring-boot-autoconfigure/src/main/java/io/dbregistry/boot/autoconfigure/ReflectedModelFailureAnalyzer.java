package io.dbregistry.boot.autoconfigure;

import java.util.stream.Collectors;

import io.dbregistry.schema.ReflectedModelException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a database is not as its reflected models say.
 */
final class ReflectedModelFailureAnalyzer extends AbstractFailureAnalyzer<ReflectedModelException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ReflectedModelException cause) {
		String problems = cause.getProblems()
			.stream()
			.map((problem) -> "%n    - %s".formatted(problem))
			.collect(Collectors.joining());
		return new FailureAnalysis(
				"Database '%s' is not as its reflected models say:%n%s".formatted(cause.getDatabase(), problems),
				"Correct the models, or the tables, which the registry never changes. Attributes that need no check "
						+ "are named by @Model(reflected = true, unchecked = …).",
				cause);
	}

}
