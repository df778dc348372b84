package io.dbregistry.benchmarks;

import java.util.Objects;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.ChangelogSettings;
import io.dbregistry.migration.MigrationReport;
import org.jspecify.annotations.Nullable;

/**
 * What a start does for many schemas.
 */
final class RegistryMigration implements Contender {

	private final Tenants tenants;

	private final Tenants.Start start;

	private @Nullable Registry registry;

	private @Nullable ChangelogSettings settings;

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
		this.settings = this.tenants.settings();
	}

	@Override
	public long run() {
		Registry prepared = Objects.requireNonNull(this.registry);
		try (Lease open = prepared.open()) {
			MigrationReport report = Tenants.migrate(prepared, Objects.requireNonNull(this.settings));
			this.tenants.done();
			return (open != null) ? report.schemas().size() : 0;
		}
	}

}
