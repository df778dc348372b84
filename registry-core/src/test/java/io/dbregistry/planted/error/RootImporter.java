package io.dbregistry.planted.error;

import io.dbregistry.planted.PlantedRegistry;

/** Violates a rule: imports the root package. */
public final class RootImporter {

	/** The import. */
	public PlantedRegistry registry = new PlantedRegistry();

}
