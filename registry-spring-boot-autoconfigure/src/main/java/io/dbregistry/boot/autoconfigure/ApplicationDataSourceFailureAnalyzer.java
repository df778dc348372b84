package io.dbregistry.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that it is not clear which {@code DataSource} is the primary database.
 */
final class ApplicationDataSourceFailureAnalyzer extends AbstractFailureAnalyzer<ApplicationDataSourceException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ApplicationDataSourceException cause) {
		return new FailureAnalysis("The primary database is not clear: " + cause.getMessage(), action(cause), cause);
	}

	private String action(ApplicationDataSourceException cause) {
		if (cause.isUrlGiven()) {
			return ("Remove registry.database.url to let the registry use the bean, or remove the bean. For a pool of "
					+ "something else, declare it with @Bean(defaultCandidate = false) and a qualifier.");
		}
		return cause.getBeans().isEmpty() ? "Set registry.database.url and, where needed, its user and password."
				: "Mark the DataSource of the primary database with @Primary, or declare the others with "
						+ "@Bean(defaultCandidate = false) and a qualifier.";
	}

}
