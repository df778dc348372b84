package io.dbregistry.database;

import org.jspecify.annotations.Nullable;

/**
 * No JDBC driver can be had for a database: a mistake of configuration, which waiting
 * does not mend.
 */
public final class MissingDriverException extends DatabaseOpenException {

	MissingDriverException(String database, @Nullable DatabaseUrl url, String reason, @Nullable Throwable cause) {
		super(database, url, reason + "; add the driver of this product as a dependency, or correct the URL or the "
				+ "driver class", cause);
	}

}
