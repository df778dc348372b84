package io.dbregistry;

import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;

/**
 * The registry that the builder makes.
 */
final class DefaultRegistry implements Registry {

	private final Databases databases;

	DefaultRegistry(Databases databases) {
		this.databases = databases;
	}

	@Override
	public Databases databases() {
		return this.databases;
	}

	@Override
	public Lease open(String holder) {
		return RegistryLease.open(this.databases, holder);
	}

	@Override
	public String toString() {
		return "Registry of databases " + this.databases.names();
	}

}
