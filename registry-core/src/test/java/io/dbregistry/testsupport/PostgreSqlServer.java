package io.dbregistry.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL server, reached as a user who may create databases. */
final class PostgreSqlServer implements DatabaseServer {

	private static final String URL_VARIABLE = "REGISTRY_TEST_POSTGRES_URL";

	private static final String IMAGE_PROPERTY = "registry.test.postgres-image";

	private final DatabaseAccess administrator;

	private PostgreSqlServer(DatabaseAccess administrator) {
		this.administrator = administrator;
	}

	static DatabaseServer start() {
		String url = System.getenv(URL_VARIABLE);
		if (url != null && !url.isBlank()) {
			return new PostgreSqlServer(DatabaseAccess.from(URL_VARIABLE, url));
		}
		return new PostgreSqlServer(Containers.available() ? container() : embedded());
	}

	@SuppressWarnings("resource") // closed by the hook
	private static DatabaseAccess container() {
		DockerImageName image = DockerImageName.parse(System.getProperty(IMAGE_PROPERTY, "postgres:18"));
		return Containers.start(new PostgreSQLContainer(image.asCompatibleSubstituteFor("postgres")));
	}

	private static DatabaseAccess embedded() {
		try {
			Path data = Files.createTempDirectory("registry-postgresql");
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setDataDirectory(data)
				.setRegisterShutdownHook(false)
				.start();
			ShutdownHook.add("PostgreSQL", server);
			String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
			DatabaseAccess access = new DatabaseAccess(url, "postgres", TestDatabase.uniqueName("secret"));
			access.execute("alter role postgres password '" + access.password() + "'");
			// until here it trusts everybody, which no test of a wrong password could see
			Files.writeString(data.resolve("pg_hba.conf"), "host all all all scram-sha-256\n");
			access.execute("select pg_reload_conf()");
			return access;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public DatabaseAccess create(String name) {
		// template1 cannot be copied while somebody is connected to it
		this.administrator.execute("create database " + name + " template template0");
		return new DatabaseAccess(this.administrator.urlOf(name), this.administrator.username(),
				this.administrator.password());
	}

	@Override
	public int connections(String name) {
		return this.administrator
			.numbers("select pid from pg_stat_activity where datname = ? and backend_type = 'client backend'", name)
			.size();
	}

	@Override
	public void drop(String name, Collection<String> schemas) {
		this.administrator.execute("drop database if exists " + name + " with (force)");
	}

}
