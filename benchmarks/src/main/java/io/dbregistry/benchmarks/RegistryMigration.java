package io.dbregistry.benchmarks;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.MigrationReport;
import org.jspecify.annotations.Nullable;

/**
 * {@code migrate} for many schemas.
 */
final class RegistryMigration implements Contender {

	private final Tenants tenants;

	private final Tenants.Start start;

	private @Nullable Registry registry;

	RegistryMigration(Tenants tenants, Tenants.Start start) {
		this.tenants = tenants;
		this.start = start;
	}

	@Override
	public Product product() {
		return Product.ours();
	}

	@Override
	public void prepare() throws Exception {
		this.start.prepare(this.tenants);
		this.registry = this.tenants.registry();
	}

	@Override
	public long run() {
		Registry prepared = java.util.Objects.requireNonNull(this.registry);
		try (Lease open = prepared.open()) {
			MigrationReport report = prepared.migrations().migrate("primary");
			this.tenants.done();
			return (open != null) ? report.schemas().size() : 0;
		}
	}

}
