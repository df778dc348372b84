package io.dbregistry.migration;

import java.util.List;
import java.util.stream.Collectors;

import io.dbregistry.error.RegistryException;

/**
 * Models ask for what no migration makes.
 */
public final class PendingChangesException extends RegistryException {

	private final List<MigrationPlan> plans;

	PendingChangesException(List<MigrationPlan> plans) {
		super(plans.stream().map(PendingChangesException::describe).collect(Collectors.joining("\n")));
		this.plans = List.copyOf(plans);
	}

	private static String describe(MigrationPlan plan) {
		return "The models of %sdatabase '%s' ask for what no migration makes; generate one and commit it:\n\t%s"
			.formatted(plan.isForTenants() ? "tenants of " : "", plan.database(),
					plan.toString().replace("\n", "\n\t"));
	}

	/**
	 * What is to be done.
	 * @return a plan for each database, and for the tenants of each, that lacks something
	 */
	public List<MigrationPlan> getPlans() {
		return this.plans;
	}

}
