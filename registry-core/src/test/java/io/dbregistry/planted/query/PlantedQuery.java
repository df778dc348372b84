package io.dbregistry.planted.query;

import io.dbregistry.planted.model.PoolUser;
import org.jspecify.annotations.Nullable;

/** The other half of the cycle, which the table allows. */
public final class PlantedQuery {

	/** The import. */
	public @Nullable PoolUser model;

}
