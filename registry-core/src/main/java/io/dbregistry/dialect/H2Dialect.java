package io.dbregistry.dialect;

/**
 * H2 in its regular mode.
 */
final class H2Dialect extends AbstractDialect {

	/**
	 * Creates the dialect.
	 * @param upperCase {@code false} for a database created with
	 * {@code DATABASE_TO_UPPER=FALSE} or {@code DATABASE_TO_LOWER=TRUE}
	 */
	H2Dialect(boolean upperCase) {
		super("H2", '"', upperCase);
	}

}
