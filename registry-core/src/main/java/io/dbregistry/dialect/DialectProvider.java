package io.dbregistry.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Brings a dialect that the registry does not have. It is found by {@link ServiceLoader}:
 * the file {@code META-INF/services/io.dbregistry.dialect.DialectProvider} names its
 * class, which has a public constructor without parameters.
 *
 * <pre>{@code
 * public final class MyDialects implements DialectProvider {
 *
 * 	public Optional<Dialect> findDialect(DatabaseMetaData metaData) throws SQLException {
 * 		return metaData.getDatabaseProductName().equals("Derby") ? Optional.of(new DerbyDialect()) : Optional.empty();
 * 	}
 *
 * }
 * }</pre>
 *
 * Providers are asked whenever a database is opened, before the registry's own dialects,
 * which they can replace in that way. Safe for use by several threads.
 */
@FunctionalInterface
public interface DialectProvider {

	/**
	 * Finds the dialect of the product at the other end of a connection.
	 * @param metaData says which product and version answers
	 * @return the dialect, or empty to leave it to others
	 * @throws SQLException if the product cannot be asked
	 */
	Optional<Dialect> findDialect(DatabaseMetaData metaData) throws SQLException;

}
