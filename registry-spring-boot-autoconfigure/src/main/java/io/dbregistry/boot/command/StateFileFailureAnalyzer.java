package io.dbregistry.boot.command;

import io.dbregistry.migration.StateFileException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that the state of a database's migrations is of no use.
 */
final class StateFileFailureAnalyzer extends AbstractFailureAnalyzer<StateFileException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StateFileException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Do what is said above, and try again; nothing was changed.", cause);
	}

}
