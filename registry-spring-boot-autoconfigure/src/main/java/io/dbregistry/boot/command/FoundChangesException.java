package io.dbregistry.boot.command;

import io.dbregistry.error.RegistryException;

import org.springframework.boot.ExitCodeGenerator;

/**
 * A check has found changes that nobody generated. Ends the application with exit code 2.
 */
final class FoundChangesException extends RegistryException implements ExitCodeGenerator {

	FoundChangesException(String database) {
		super("The models have changes that no migration of database '%s' has; generate one".formatted(database));
	}

	@Override
	public int getExitCode() {
		return 2;
	}

}
