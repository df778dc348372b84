package io.dbregistry.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a schema, compared with those read before.
 */
final class RegistryReflection implements Contender {

	private static final String SCHEMA = "public";

	private final ReflectedPlace place;

	private @Nullable Metadata desired;

	private @Nullable Registry registry;

	private @Nullable Lease lease;

	RegistryReflection(ReflectedPlace place) {
		this.place = place;
	}

	@Override
	public Product product() {
		return Product.ours();
	}

	@Override
	public void prepare() throws Exception {
		close();
		Registry opened = Registry.builder().database(this.place.dataSource()).build();
		this.registry = opened;
		this.lease = opened.open();
		if (this.desired == null) {
			this.place.restore();
			this.desired = opened.reflection().read("primary", SCHEMA);
		}
		this.place.lose();
	}

	@Override
	public long run() {
		Metadata actual = Objects.requireNonNull(this.registry).reflection().read("primary", SCHEMA);
		List<String> missing = new ArrayList<>();
		for (Change change : Metadata.diff(actual, Objects.requireNonNull(this.desired))) {
			missing.add((change instanceof Change.ColumnAdded added)
					? added.table().name() + "." + added.column().name() : change.describe());
		}
		ReflectedPlace.requireFound(missing);
		return actual.tables().size();
	}

	@Override
	public void close() {
		if (this.lease != null) {
			this.lease.close();
		}
	}

}
