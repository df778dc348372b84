package io.dbregistry.migration;

import java.util.Map;
import java.util.concurrent.Callable;

import liquibase.GlobalConfiguration;
import liquibase.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Lets Liquibase take the name of a schema exactly as it is written, as the registry and
 * {@link java.sql.Connection#setSchema} do: it would make {@code SHOP} of {@code shop} in
 * H2, which is another schema.
 */
public final class ExactSchemas {

	private ExactSchemas() {
	}

	/**
	 * Does work with Liquibase.
	 * @param work what is done
	 * @param <T> the type of the result
	 * @return what the work returns
	 * @throws Exception what the work throws
	 */
	public static <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
		return Scope.child(Map.of(GlobalConfiguration.PRESERVE_SCHEMA_CASE.getKey(), true), work::call);
	}

}
