package io.dbregistry.boot.command;

import org.springframework.boot.SpringBootExceptionReporter;

/**
 * Says no more of what a check has found: it has printed that, and nothing failed.
 */
final class FoundChangesReporter implements SpringBootExceptionReporter {

	@Override
	public boolean reportException(Throwable failure) {
		return failure instanceof FoundChangesException;
	}

}
