package io.dbregistry.boot.autoconfigure;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * The transaction manager of a database can't be told: there is none for its pool, or
 * several.
 */
final class TransactionManagerException extends RegistryException {

	private final String database;

	private final List<String> serving;

	private final List<String> known;

	TransactionManagerException(String database, List<String> serving, List<String> known) {
		super(serving.isEmpty()
				? "No transaction manager serves the pool of database '%s' (known: '%s'); declare one for this DataSource"
					.formatted(database, String.join("', '", known))
				: "Several transaction managers serve the pool of database '%s': '%s'; keep one".formatted(database,
						String.join("', '", serving)));
		this.database = database;
		this.serving = List.copyOf(serving);
		this.known = List.copyOf(known);
	}

	String getDatabase() {
		return this.database;
	}

	List<String> getServing() {
		return this.serving;
	}

	List<String> getKnown() {
		return this.known;
	}

}
