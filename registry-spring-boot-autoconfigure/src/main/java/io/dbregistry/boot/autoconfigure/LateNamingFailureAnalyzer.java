package io.dbregistry.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a customizer comes too late to name the tables of models.
 */
final class LateNamingFailureAnalyzer extends AbstractFailureAnalyzer<LateNamingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LateNamingException cause) {
		String list = "    - " + String.join("%n    - ".formatted(), cause.getProblems());
		return new FailureAnalysis(
				"A RegistryCustomizer names the tables of models that were found, after registry.ddl-auto has named them:%n%n%s"
					.formatted(list),
				"Remove naming(…) and tablePrefix(…) from the customizer; set registry.models.naming and "
						+ "registry.models.table-prefix instead, or declare a NamingStrategy bean. Where migrations "
						+ "make all tables, registry.ddl-auto=none lets the customizer name them. Tables that this "
						+ "start has made under the first name are still there, unless they were made to be dropped.",
				cause);
	}

}
