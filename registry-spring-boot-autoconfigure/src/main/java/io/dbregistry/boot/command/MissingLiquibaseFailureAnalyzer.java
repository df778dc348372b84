package io.dbregistry.boot.command;

import io.dbregistry.migration.MissingLiquibaseException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that changelogs are applied by Liquibase.
 */
final class MissingLiquibaseFailureAnalyzer extends AbstractFailureAnalyzer<MissingLiquibaseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingLiquibaseException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Add the dependency spring-boot-starter-liquibase, or leave migrations to what does them.", cause);
	}

}
