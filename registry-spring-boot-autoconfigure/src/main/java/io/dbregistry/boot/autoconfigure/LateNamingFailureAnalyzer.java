package io.dbregistry.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a customizer comes too late to say what the tables of models are.
 */
final class LateNamingFailureAnalyzer extends AbstractFailureAnalyzer<LateNamingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LateNamingException cause) {
		String list = "    - " + String.join("%n    - ".formatted(), cause.getProblems());
		return new FailureAnalysis(
				"A RegistryCustomizer names or converts what is in tables of models that were found, after registry.ddl-auto has declared them:%n%n%s"
					.formatted(list),
				"Remove naming(…), tablePrefix(…) and converters(…) from the customizer; set registry.models.naming and "
						+ "registry.models.table-prefix instead, or declare a NamingStrategy bean, and put converters "
						+ "into the packages of the models. Where migrations make all tables, registry.ddl-auto=none "
						+ "lets the customizer do it. Tables that this start has made in the first way are still "
						+ "there, unless they were made to be dropped.",
				cause);
	}

}
