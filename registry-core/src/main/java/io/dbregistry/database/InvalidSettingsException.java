package io.dbregistry.database;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * Settings that make no sense, all of them at once.
 */
public final class InvalidSettingsException extends RegistryException {

	private final List<String> problems;

	/**
	 * Creates an exception for one or more problems.
	 * @param problems a sentence for each: the value, what is known and the next step
	 */
	public InvalidSettingsException(List<String> problems) {
		super((problems.size() == 1) ? problems.get(0)
				: "%d settings are wrong:%n- %s".formatted(problems.size(), String.join("%n- ".formatted(), problems)));
		this.problems = List.copyOf(problems);
	}

	/**
	 * What is wrong.
	 * @return a sentence for each problem, at least one
	 */
	public List<String> getProblems() {
		return this.problems;
	}

}
