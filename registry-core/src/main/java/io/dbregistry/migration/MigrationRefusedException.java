package io.dbregistry.migration;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * No migration can be planned that would work or that anybody could want, such as a
 * column that refuses the rows that are there.
 */
public final class MigrationRefusedException extends RegistryException {

	private final String database;

	private final List<String> reasons;

	MigrationRefusedException(String database, List<String> reasons) {
		super("The migration of database '%s' cannot be planned: %s".formatted(database, String.join("; ", reasons)));
		this.database = database;
		this.reasons = List.copyOf(reasons);
	}

	/**
	 * The database that is planned for.
	 * @return its name in the registry
	 */
	public String getDatabase() {
		return this.database;
	}

	/**
	 * Why, all of it.
	 * @return a sentence each, with what can be done
	 */
	public List<String> getReasons() {
		return this.reasons;
	}

}
