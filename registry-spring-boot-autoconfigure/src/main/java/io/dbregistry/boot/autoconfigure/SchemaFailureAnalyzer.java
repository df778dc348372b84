package io.dbregistry.boot.autoconfigure;

import io.dbregistry.schema.SchemaException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains that the tables of the models could not be made. Comes before the one that
 * explains that a database could not be opened, which is what follows from it.
 */
@Order(0)
final class SchemaFailureAnalyzer extends AbstractFailureAnalyzer<SchemaException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SchemaException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				("Correct the models of database '%s', or what is in it. To leave its tables alone at start, set "
						+ "registry.ddl-auto to 'none'.")
					.formatted(cause.getDatabase()),
				cause);
	}

}
