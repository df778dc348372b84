package io.dbregistry.boot.autoconfigure;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.database.OpenHook;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the models in a database that was added to a builder with its
 * connections. They are made whenever it is opened: its pool ends with its last holder,
 * and what is only in memory ends with the pool.
 */
final class AddedTables implements OpenHook {

	private final String name;

	private final ModelTables tables;

	/** Whose models they are; {@code null} before it is built and after the drop. */
	private volatile @Nullable Registry registry;

	private volatile boolean toBeDropped;

	AddedTables(String name, ModelTables tables) {
		this.name = name;
		this.tables = tables;
	}

	void makeFor(Registry registry) {
		this.registry = registry;
	}

	@Override
	public void opened(DataSource dataSource) {
		Registry registry = this.registry;
		if (registry != null) {
			String schema = registry.databases().get(this.name).schema();
			this.toBeDropped |= this.tables.apply(this.name, dataSource, schema, registry.models());
		}
	}

	void drop() {
		Registry registry = this.registry;
		if (registry == null || !this.toBeDropped) {
			return;
		}
		this.registry = null;
		Database database = registry.databases().get(this.name);
		try (Lease lease = database.acquire("dropping the tables")) {
			registry.schemas().dropAll(this.name);
		}
	}

}
