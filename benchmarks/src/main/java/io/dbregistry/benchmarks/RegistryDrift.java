package io.dbregistry.benchmarks;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.DriftReport;
import org.jspecify.annotations.Nullable;

/**
 * {@code drift} of many schemas, which have the same.
 */
final class RegistryDrift implements Contender {

	private final Tenants tenants;

	private @Nullable Registry registry;

	RegistryDrift(Tenants tenants) {
		this.tenants = tenants;
	}

	@Override
	public Product product() {
		return Product.ours();
	}

	@Override
	public void prepare() throws Exception {
		this.tenants.migrated();
		this.registry = this.tenants.registry();
	}

	@Override
	public long run() {
		Registry prepared = java.util.Objects.requireNonNull(this.registry);
		try (Lease open = prepared.open()) {
			DriftReport report = prepared.migrations().drift("primary");
			return (open != null && report.isEmpty()) ? report.compared() : 0;
		}
	}

}
