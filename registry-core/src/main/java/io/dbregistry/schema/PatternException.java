package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * Patterns name models as others are named; nothing was changed.
 */
public final class PatternException extends RegistryException {

	private final String database;

	private final List<String> problems;

	PatternException(String database, List<String> problems) {
		super("The patterns of database '%s' cannot be used:%n- %s".formatted(database,
				String.join(System.lineSeparator() + "- ", problems)));
		this.database = database;
		this.problems = List.copyOf(problems);
	}

	/**
	 * The database with the tables.
	 * @return its name
	 */
	public String getDatabase() {
		return this.database;
	}

	/**
	 * What clashes.
	 * @return one sentence for each name, at least one
	 */
	public List<String> getProblems() {
		return this.problems;
	}

}
