package io.dbregistry.boot.autoconfigure;

import java.util.stream.Collectors;

import io.dbregistry.model.ModelDefinitionException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains models that can't be read.
 */
final class ModelDefinitionFailureAnalyzer extends AbstractFailureAnalyzer<ModelDefinitionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ModelDefinitionException cause) {
		String description = cause.getProblems()
			.stream()
			.map((problem) -> "    - %s%s: %s".formatted(problem.place(),
					(problem.member() != null) ? "." + problem.member() : "", problem.description()))
			.collect(Collectors.joining("%n".formatted(), "The models can't be read:%n%n".formatted(), ""));
		String action = cause.getProblems()
			.stream()
			.map(ModelDefinitionException.Problem::action)
			.distinct()
			.collect(Collectors.joining("%n    - ".formatted(), "    - ", ""));
		return new FailureAnalysis(description, action, cause);
	}

}
