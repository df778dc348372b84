package io.dbregistry.boot.autoconfigure;

import java.util.List;
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
		List<ModelDefinitionException.Problem> problems = cause.getProblems();
		String list = problems.stream()
			.map((problem) -> "    - " + problem)
			.collect(Collectors.joining("%n".formatted()));
		return new FailureAnalysis("The models can't be read:%n%n%s".formatted(list),
				(problems.size() == 1) ? "Correct this fault, as its line says."
						: "Correct these %d faults, as each line says; they are all that is wrong with the models."
							.formatted(problems.size()),
				cause);
	}

}
