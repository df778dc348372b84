package io.dbregistry.benchmarks;

import java.util.List;
import java.util.Objects;

import io.dbregistry.Registry;
import org.jspecify.annotations.Nullable;

/**
 * A registry over the models, without an open database.
 */
final class RegistryRegistration implements Contender {

	private final List<Class<?>> models;

	private @Nullable Registry registry;

	RegistryRegistration(List<Class<?>> models) {
		this.models = models;
	}

	@Override
	public Product product() {
		return Product.ours();
	}

	@Override
	public void prepare() {
		this.registry = null;
	}

	@Override
	public long run() {
		this.registry = Registry.builder()
			.database("jdbc:h2:mem:unopened")
			.models(this.models.toArray(Class<?>[]::new))
			.build();
		return this.registry.models().all().size();
	}

	@Override
	public Object result() {
		return Objects.requireNonNull(this.registry);
	}

}
