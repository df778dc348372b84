package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

import io.dbregistry.dialect.Catalog.Contents;

/**
 * A reading of a catalog, which begins again when others make or drop tables meanwhile:
 * the views of a catalog are read one after another, and products fail by themselves on
 * what is gone since they began.
 */
@FunctionalInterface
interface CatalogReading {

	/** More than any disturbance but an endless one needs. */
	int ATTEMPTS = 50;

	Contents read() throws SQLException;

	/**
	 * Reads until nobody disturbs. In a transaction that the caller has begun there is
	 * one attempt, since a failure may have ended it.
	 * @param isDisturbed what else the product fails with when tables change
	 */
	static Contents undisturbed(Connection connection, Predicate<SQLException> isDisturbed, CatalogReading reading)
			throws SQLException {
		int attempts = connection.getAutoCommit() ? ATTEMPTS : 1;
		while (true) {
			try {
				return reading.read();
			}
			catch (SQLException ex) {
				attempts--;
				if (attempts == 0 || !(ex instanceof DisturbedReadingException || isDisturbed.test(ex))) {
					throw ex;
				}
			}
		}
	}

}
