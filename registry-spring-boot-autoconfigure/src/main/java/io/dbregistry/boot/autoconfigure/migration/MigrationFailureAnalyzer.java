package io.dbregistry.boot.autoconfigure.migration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dbregistry.migration.MigrationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains which databases and schemas could not be migrated.
 */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

	/** How many failures are told one by one. */
	private static final int TOLD = 5;

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
		List<Throwable> others = Stream.of(cause.getSuppressed()).filter((other) -> !isTold(cause, other)).toList();
		String description = Stream.concat(Stream.of(cause), others.stream())
			.limit(TOLD)
			.map(Throwable::getMessage)
			.collect(Collectors.joining("%n%n".formatted()));
		int rest = others.size() + 1 - TOLD;
		return new FailureAnalysis((rest > 0) ? "%s%n%nand %d more failures of this kind."
			.formatted(description, rest) : description, cause.isRollback()
					? "Mend what is said above, and look at the status before you undo more: what is undone already stays so."
					: "Mend what is said above and start again: what is applied already is not repeated.",
				cause);
	}

	/** The message of an exception has the other schemas of its database. */
	private static boolean isTold(MigrationException cause, Throwable other) {
		return cause.getReport() != null
				&& cause.getReport().schemas().stream().anyMatch((schema) -> schema.failure() == other);
	}

}
