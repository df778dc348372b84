package io.dbregistry.boot.autoconfigure;

import java.util.stream.Collectors;

import io.dbregistry.schema.PatternException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that patterns name models as others are named.
 */
final class PatternFailureAnalyzer extends AbstractFailureAnalyzer<PatternException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PatternException cause) {
		String problems = cause.getProblems()
			.stream()
			.map((problem) -> "%n    - %s".formatted(problem))
			.collect(Collectors.joining());
		return new FailureAnalysis(
				"The patterns of database '%s' cannot be used:%n%s".formatted(String.join("', '", cause.getDatabases()),
						problems),
				"Leave those tables out by exclude(…), or give their models other names by modelName(…), "
						+ "for example \"{modelName}_{tableName}\", where a RegistryCustomizer calls pattern(…).",
				cause);
	}

}
