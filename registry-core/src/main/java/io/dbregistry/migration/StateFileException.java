package io.dbregistry.migration;

import java.nio.file.Path;

import io.dbregistry.error.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * The state file of a database cannot be read: it has marks of a merge, a line that is no
 * YAML, or something that the registry never writes.
 */
public final class StateFileException extends RegistryException {

	private final String file;

	StateFileException(String file, String reason, String action, @Nullable Throwable cause) {
		super("The state file '%s' cannot be read: %s; %s".formatted(file, reason, action), cause);
		this.file = file;
	}

	/** Where any state was looked for in vain. */
	static StateFileException none(Path resources) {
		return new StateFileException(resources.resolve("db").resolve("registry").toString(),
				"no database has a state there", "generate the first migration, or say where the resources are", null);
	}

	/**
	 * The file.
	 * @return its name as it was given
	 */
	public String getFile() {
		return this.file;
	}

}
