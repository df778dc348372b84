package io.dbregistry.migration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;

/**
 * What has to be done so that a database has what its models ask for. Immutable.
 */
public final class MigrationPlan {

	private final Metadata from;

	private final List<Step> steps;

	private final List<Step> withheld;

	private final List<String> hints;

	MigrationPlan(Metadata from, List<Step> steps, List<Step> withheld, List<String> hints) {
		this.from = from;
		this.steps = List.copyOf(steps);
		this.withheld = List.copyOf(withheld);
		this.hints = List.copyOf(hints);
	}

	/**
	 * The database that is planned for.
	 * @return its name in the registry
	 */
	public String database() {
		return this.from.database();
	}

	/**
	 * What is done, in an order in which it can be.
	 * @return the steps, none when the database has all of it already
	 */
	public List<Step> steps() {
		return this.steps;
	}

	/**
	 * What would destroy data, and is left undone unless that is allowed.
	 * @return the steps, none when all is allowed
	 */
	public List<Step> withheld() {
		return this.withheld;
	}

	/**
	 * What the planner asks the author of the models, such as whether a removal and an
	 * addition are a rename.
	 * @return a sentence each
	 */
	public List<String> hints() {
		return this.hints;
	}

	/** What the database has after the steps. */
	Metadata after() {
		return this.from.apply(this.steps.stream().map(Step::change).toList());
	}

	/**
	 * The plan for people: a line for each step, hint and step that is withheld.
	 */
	@Override
	public String toString() {
		Stream<String> lines = Stream
			.of(this.steps.stream().map(Step::toString), this.withheld.stream().map((step) -> "withheld: " + step),
					this.hints.stream())
			.flatMap((part) -> part);
		return this.steps.isEmpty() && this.withheld.isEmpty()
				? "Database '%s' has what its models ask for".formatted(database())
				: lines.collect(Collectors.joining("\n"));
	}

	/**
	 * One change.
	 *
	 * @param change the change
	 * @param destroys whether values that are stored can be lost
	 */
	public record Step(Change change, boolean destroys) {

		/**
		 * The step for people.
		 */
		@Override
		public String toString() {
			return this.change.describe() + (this.destroys ? "; values that are stored can be lost" : "");
		}

	}

}
