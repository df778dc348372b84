package io.dbregistry.database;

import java.util.List;

/**
 * A database was to be closed that somebody holds.
 */
public final class DatabaseInUseException extends DatabaseException {

	private final List<String> holders;

	DatabaseInUseException(String database, List<String> holders) {
		super(database, "Database '%s' is held by '%s' and was not closed; release these leases, or close it by force"
			.formatted(database, String.join("', '", holders)), null);
		this.holders = List.copyOf(holders);
	}

	/**
	 * Who holds it.
	 * @return the holders' names, in the order they came
	 */
	public List<String> getHolders() {
		return this.holders;
	}

}
