package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;
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

	private final boolean tenants;

	MigrationPlan(Metadata from, List<Step> steps, List<Step> withheld, List<String> hints) {
		this(from, steps, withheld, hints, false);
	}

	private MigrationPlan(Metadata from, List<Step> steps, List<Step> withheld, List<String> hints, boolean tenants) {
		this.from = from;
		this.steps = List.copyOf(steps);
		this.withheld = List.copyOf(withheld);
		this.hints = List.copyOf(hints);
		this.tenants = tenants;
	}

	/**
	 * The database that is planned for.
	 * @return its name in the registry
	 */
	public String database() {
		return this.from.database();
	}

	/**
	 * Whether it is for the tables that each tenant of the database has.
	 * @return {@code false} for those of the database itself
	 */
	public boolean isForTenants() {
		return this.tenants;
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

	/**
	 * The schemas that are made if they are missing: those that tables of this plan are
	 * fixed to, where nothing was before.
	 * @return the exact names, each once
	 */
	public List<String> schemas() {
		List<String> schemas = new ArrayList<>(LiveState.schemas(after()));
		schemas.removeAll(LiveState.schemas(this.from));
		return List.copyOf(schemas);
	}

	/** The same plan with further hints. */
	MigrationPlan with(List<String> more) {
		return new MigrationPlan(this.from, this.steps, this.withheld,
				Stream.concat(this.hints.stream(), more.stream()).toList(), this.tenants);
	}

	/** The same plan for tenants, or not. */
	MigrationPlan forTenants(boolean forTenants) {
		return new MigrationPlan(this.from, this.steps, this.withheld, this.hints, forTenants);
	}

	/** What the database has before the steps. */
	Metadata before() {
		return this.from;
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
		List<String> lines = new ArrayList<>(describe("withheld"));
		if (this.steps.isEmpty() && this.withheld.isEmpty()) {
			lines.add(0, "%s has what its models ask for".formatted(subject()));
		}
		return String.join("\n", lines);
	}

	/** Whose plan it is, for people. */
	String subject() {
		return (this.tenants ? "Each tenant of database '%s'" : "Database '%s'").formatted(database());
	}

	/**
	 * A line for each schema, step, step that is withheld and hint.
	 * @param withheld what is said of steps that are withheld
	 */
	List<String> describe(String withheld) {
		List<String> lines = new ArrayList<>();
		schemas().forEach((schema) -> lines.add("Schema '%s' is made if it is missing".formatted(schema)));
		this.steps.forEach((step) -> lines.add(step.toString()));
		this.withheld.forEach((step) -> lines.add(withheld + ": " + step));
		lines.addAll(this.hints);
		return lines;
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
