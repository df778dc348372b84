package io.dbregistry.benchmarks;

import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import org.jspecify.annotations.Nullable;

/**
 * {@code createAll} on an empty database.
 */
final class RegistryCreation implements Contender {

	private final Place place;

	private final List<Class<?>> models;

	private @Nullable Registry registry;

	private @Nullable Lease lease;

	RegistryCreation(Place place, List<Class<?>> models) {
		this.place = place;
		this.models = models;
	}

	@Override
	public Product product() {
		return Product.ours();
	}

	@Override
	public void prepare() throws Exception {
		close();
		this.registry = Registry.builder()
			.database(this.place.fresh())
			.models(this.models.toArray(Class<?>[]::new))
			.build();
		this.lease = this.registry.open();
	}

	@Override
	public long run() {
		Registry prepared = java.util.Objects.requireNonNull(this.registry);
		prepared.schemas().createAll();
		return prepared.models().all().size();
	}

	@Override
	public void close() {
		if (this.lease != null) {
			this.lease.close();
		}
	}

}
