package io.dbregistry.boot.autoconfigure;

import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a class has two owners.
 */
final class ClaimedTwiceFailureAnalyzer extends AbstractFailureAnalyzer<ClaimedTwiceException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ClaimedTwiceException cause) {
		String types = cause.getTypes()
			.stream()
			.map(Class::getName)
			.collect(Collectors.joining("%n    - ".formatted()));
		String packages = cause.getTypes()
			.stream()
			.map(Class::getPackageName)
			.distinct()
			.collect(Collectors.joining(","));
		return new FailureAnalysis(
				("These classes are models of the registry and entities of a Jakarta Persistence provider, "
						+ "so that both would make and drop their tables:%n%n    - %s")
					.formatted(types),
				("Remove @Model from what the provider is to own, or @Entity from what the registry is to own. "
						+ "To let both use the same tables, set registry.models.packages to '%s'.")
					.formatted(packages),
				cause);
	}

}
