package io.dbregistry.testsupport;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** H2 in memory, in this JVM. */
final class H2Server implements DatabaseServer {

	private final Map<String, DatabaseAccess> databases = new ConcurrentHashMap<>();

	@Override
	public DatabaseAccess create(String name) {
		// whoever connects first is the administrator, with the password given then
		DatabaseAccess access = new DatabaseAccess("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa",
				TestDatabase.uniqueName("secret"));
		this.databases.put(name, access);
		return access;
	}

	@Override
	public int connections(String name) {
		return this.databases.get(name)
			.numbers("select session_id from information_schema.sessions where session_id <> session_id()")
			.size();
	}

	@Override
	public void drop(String name, Collection<String> schemas) {
		this.databases.remove(name).execute("shutdown immediately");
	}

}
