package io.dbregistry.boot.command;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * A command cannot be run as it was given.
 */
final class CommandException extends RegistryException {

	private final List<String> problems;

	CommandException(List<String> problems) {
		super(String.join("; ", problems));
		this.problems = List.copyOf(problems);
	}

	List<String> getProblems() {
		return this.problems;
	}

}
