package io.dbregistry.migration;

import io.dbregistry.error.RegistryException;

/**
 * Migrations are asked for without SnakeYAML on the class path, which reads and writes
 * their files.
 */
public final class MissingYamlException extends RegistryException {

	MissingYamlException() {
		super("Changelogs and states of migrations are YAML, which SnakeYAML reads and writes, and it is not on the class "
				+ "path; add the dependency 'org.yaml:snakeyaml'");
	}

}
