package io.dbregistry.testsupport;

import java.util.Collection;

/** What a product has to offer to be used in tests. */
interface DatabaseServer {

	/**
	 * Creates an empty database.
	 * @param name a name that no other database of the server has
	 * @return how to reach it
	 */
	DatabaseAccess create(String name);

	/**
	 * Counts the clients connected to a database, without the fixture itself.
	 * @param name the name it was created with
	 * @return the length of the server's own list
	 */
	int connections(String name);

	/**
	 * Cuts off all clients of a database and removes it.
	 * @param name the name it was created with
	 * @param schemas further schemas to remove that are not part of the database
	 */
	void drop(String name, Collection<String> schemas);

	/**
	 * Whether {@link #connections} can be answered here.
	 * @return {@code false} when there is no list to ask
	 */
	default boolean listsConnections() {
		return true;
	}

}
