package io.dbregistry.boot.autoconfigure;

import java.util.List;

import io.dbregistry.database.InvalidSettingsException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains settings that make no sense.
 */
final class InvalidSettingsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSettingsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidSettingsException cause) {
		List<String> problems = cause.getProblems();
		String list = "    - " + String.join("%n    - ".formatted(), problems);
		return new FailureAnalysis("The registry can't be built, because of its settings:%n%n%s".formatted(list),
				(problems.size() == 1) ? "Correct this setting."
						: "Correct these %d settings; they are all that is wrong.".formatted(problems.size()),
				cause);
	}

}
