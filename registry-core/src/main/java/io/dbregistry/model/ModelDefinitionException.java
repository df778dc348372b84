package io.dbregistry.model;

import java.util.List;
import java.util.stream.Collectors;

import io.dbregistry.error.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the models of a registry: all of it, found in one go.
 */
public final class ModelDefinitionException extends RegistryException {

	private final List<Problem> problems;

	ModelDefinitionException(List<Problem> problems) {
		super(problems.stream()
			.map((problem) -> "%n- %s".formatted(problem))
			.collect(Collectors.joining("", "The models have " + count(problems) + ":", "")));
		this.problems = List.copyOf(problems);
	}

	private static String count(List<Problem> problems) {
		return (problems.size() == 1) ? "a problem" : problems.size() + " problems";
	}

	/**
	 * What is wrong.
	 * @return the problems in the order of the models, at least one
	 */
	public List<Problem> getProblems() {
		return this.problems;
	}

	/**
	 * One thing that is wrong with one model.
	 *
	 * @param place the class of the model, or the name of a model without one
	 * @param type the class of the model, or {@code null} for a model without one
	 * @param member the component, field or attribute concerned, or {@code null} for the
	 * model as a whole
	 * @param description what is wrong, with the offending value and what is allowed
	 * @param action what to do about it
	 */
	public record Problem(String place, @Nullable Class<?> type, @Nullable String member, String description,
			String action) {

		/**
		 * The problem for people: place, description and action in one line.
		 */
		@Override
		public String toString() {
			String full = this.place + ((this.member != null) ? "." + this.member : "");
			return "%s: %s; %s".formatted(full, this.description, this.action);
		}

	}

}
