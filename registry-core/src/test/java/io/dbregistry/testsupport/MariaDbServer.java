package io.dbregistry.testsupport;

import java.util.Collection;

import org.opentest4j.TestAbortedException;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A MariaDB server, reached as a user who may create databases and users. Each test
 * database has a user of its own: a schema is a catalog there, and the server's list
 * names only the catalog that a connection uses at the moment, but always its user.
 */
final class MariaDbServer implements DatabaseServer {

	private static final String URL_VARIABLE = "REGISTRY_TEST_MARIADB_URL";

	private static final String IMAGE_PROPERTY = "registry.test.mariadb-image";

	private final DatabaseAccess administrator;

	private MariaDbServer(DatabaseAccess administrator) {
		this.administrator = administrator;
	}

	static DatabaseServer start() {
		String url = System.getenv(URL_VARIABLE);
		if (url != null && !url.isBlank()) {
			return new MariaDbServer(DatabaseAccess.from(URL_VARIABLE, url));
		}
		if (Containers.available()) {
			return new MariaDbServer(container());
		}
		throw new TestAbortedException(
				"no MariaDB here: set " + URL_VARIABLE + " to the JDBC URL of a server, or start a container engine");
	}

	@SuppressWarnings("resource") // closed by the hook
	private static DatabaseAccess container() {
		DockerImageName image = DockerImageName.parse(System.getProperty(IMAGE_PROPERTY, "mariadb:11.8"));
		return Containers.start(new MariaDBContainer(image.asCompatibleSubstituteFor("mariadb")).withUsername("root")
			.withPassword(TestDatabase.uniqueName("secret")));
	}

	@Override
	public DatabaseAccess create(String name) {
		DatabaseAccess access = new DatabaseAccess(this.administrator.urlOf(name), name,
				TestDatabase.uniqueName("secret"));
		this.administrator.execute("create database " + name,
				"create user " + name + "@'%' identified by '" + access.password() + "'",
				"grant all privileges on *.* to " + name + "@'%' with grant option");
		return access;
	}

	@Override
	public int connections(String name) {
		return this.administrator.numbers("select id from information_schema.processlist where user = ?", name).size();
	}

	@Override
	public void drop(String name, Collection<String> schemas) {
		this.administrator.execute("drop user if exists " + name + "@'%'", "kill user " + name);
		this.administrator.execute("drop database if exists " + name);
		for (String schema : schemas) {
			this.administrator.execute("drop database if exists `" + schema.replace("`", "``") + "`");
		}
	}

}
