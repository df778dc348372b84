package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * Patterns name models as others are named; nothing was changed.
 */
public final class PatternException extends RegistryException {

	private final List<String> databases;

	private final List<String> problems;

	PatternException(List<String> databases, List<String> problems) {
		super("The patterns of database '%s' cannot be used:%n- %s".formatted(String.join("', '", databases),
				String.join(System.lineSeparator() + "- ", problems)));
		this.databases = List.copyOf(databases);
		this.problems = List.copyOf(problems);
	}

	/**
	 * The databases with the tables that cannot be named so.
	 * @return their names, at least one
	 */
	public List<String> getDatabases() {
		return this.databases;
	}

	/**
	 * What clashes.
	 * @return one sentence for each name, at least one
	 */
	public List<String> getProblems() {
		return this.problems;
	}

}
