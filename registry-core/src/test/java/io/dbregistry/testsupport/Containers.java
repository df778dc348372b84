package io.dbregistry.testsupport;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** Servers in containers, where a container engine answers. */
final class Containers {

	private Containers() {
	}

	static boolean available() {
		return DockerClientFactory.instance().isDockerAvailable();
	}

	static DatabaseAccess start(JdbcDatabaseContainer<?> container) {
		container.start();
		ShutdownHook.add(container.getDockerImageName(), container);
		return new DatabaseAccess(container.getJdbcUrl(), container.getUsername(), container.getPassword());
	}

}
