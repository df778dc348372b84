package io.dbregistry.boot.command;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dbregistry.migration.MigrationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains which databases and schemas could not be migrated.
 */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
		return new FailureAnalysis(
				Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed()))
					.map(Throwable::getMessage)
					.collect(Collectors.joining("%n%n".formatted())),
				"Mend what is said above and try again: what is applied already is not repeated.", cause);
	}

}
