package io.dbregistry.planted.metadata;

import java.sql.Connection;

import org.jspecify.annotations.Nullable;

/** Violates a rule: imports JDBC. */
public final class ConnectionUser {

	/** The import. */
	public @Nullable Connection connection;

}
