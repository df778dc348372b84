package io.dbregistry.planted.model;

import com.zaxxer.hikari.HikariConfig;
import io.dbregistry.planted.query.PlantedQuery;
import org.jspecify.annotations.Nullable;

/** Violates three rules: imports upwards, makes a cycle, uses another's technology. */
public final class PoolUser {

	/** The technology. */
	public @Nullable HikariConfig pool;

	/** The cycle. */
	public @Nullable PlantedQuery query;

}
