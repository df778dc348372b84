package io.dbregistry.boot.command;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a command cannot be run as it was given.
 */
final class CommandFailureAnalyzer extends AbstractFailureAnalyzer<CommandException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, CommandException cause) {
		return new FailureAnalysis(
				"The command cannot be run:%n%n    - %s"
					.formatted(String.join("%n    - ".formatted(), cause.getProblems())),
				"Correct the command and start it again; nothing was changed.", cause);
	}

}
