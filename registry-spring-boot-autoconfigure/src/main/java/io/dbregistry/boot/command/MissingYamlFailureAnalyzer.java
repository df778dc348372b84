package io.dbregistry.boot.command;

import io.dbregistry.migration.MissingYamlException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that changelogs need SnakeYAML.
 */
final class MissingYamlFailureAnalyzer extends AbstractFailureAnalyzer<MissingYamlException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingYamlException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Add the dependency org.yaml:snakeyaml, which spring-boot-starter has.", cause);
	}

}
