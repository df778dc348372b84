package io.dbregistry.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.schema.SchemaMismatchException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that databases lack what the models need, or have it in another way.
 */
final class SchemaMismatchFailureAnalyzer extends AbstractFailureAnalyzer<SchemaMismatchException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SchemaMismatchException cause) {
		List<String> problems = new ArrayList<>(cause.getProblems());
		for (Throwable other : cause.getSuppressed()) {
			if (other instanceof SchemaMismatchException mismatch) {
				problems.addAll(mismatch.getProblems());
			}
		}
		return new FailureAnalysis(
				"The databases do not have what the models need:%n%n    - %s"
					.formatted(String.join("%n    - ".formatted(), problems)),
				"Migrate the tables to what the models need, or correct the models. registry.ddl-auto=create makes "
						+ "tables that are missing, and changes none that exist; registry.ddl-auto=none starts without "
						+ "this check.",
				cause);
	}

}
