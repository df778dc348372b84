package io.dbregistry.dialect;

/**
 * H2 in its regular mode.
 */
final class H2Dialect extends AbstractDialect {

	H2Dialect() {
		super("H2", '"');
	}

}
