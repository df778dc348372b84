package io.dbregistry.dialect;

import java.sql.SQLException;

/**
 * Thrown when the catalog was changed between two of its views, so that they do not fit
 * together.
 */
final class DisturbedReadingException extends SQLException {

	DisturbedReadingException(String missing) {
		super("The catalog has no %s; it was changed while it was read".formatted(missing));
	}

}
