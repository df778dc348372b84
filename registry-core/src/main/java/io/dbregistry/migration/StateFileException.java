package io.dbregistry.migration;

import java.nio.file.Path;
import java.util.List;

import io.dbregistry.error.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * The state file of a database is of no use: it is missing, has marks of a merge, a line
 * that is no YAML, or something that the registry never writes, or does not fit the
 * changelogs beside it.
 */
public final class StateFileException extends RegistryException {

	private final String file;

	StateFileException(String file, String reason, String action, @Nullable Throwable cause) {
		this(file, "The state file '%s' cannot be read: %s; %s".formatted(file, reason, action), cause);
	}

	private StateFileException(String file, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.file = file;
	}

	/** Where any state was looked for in vain. */
	static StateFileException none(Path resources) {
		String folder = resources.resolve("db").resolve("registry").toString();
		return new StateFileException(folder, ("There is no state of a database in '%s'; generate the first migration, "
				+ "adopt the tables that are there, or say where the resources are")
			.formatted(folder), null);
	}

	/** What would be replaced. */
	static StateFileException existing(String file) {
		return new StateFileException(file, ("The state file '%s' exists, and would be replaced; "
				+ "delete it if the database is to be adopted again")
			.formatted(file), null);
	}

	/**
	 * What knows less than there is.
	 * @param migration the last that it knows
	 * @param folder where the changelogs are
	 * @param unknown those that it does not know
	 */
	static StateFileException outdated(String file, @Nullable String migration, String folder, List<String> unknown) {
		return new StateFileException(file,
				("The state file '%s' does not fit its changelogs: %s, and '%s' has '%s' too; they come from a branch "
						+ "with a state of its own: take its state, delete yours, and generate again")
					.formatted(file, (migration != null) ? "its last migration is '%s'".formatted(migration)
							: "it has no migration", folder, String.join("', '", unknown)),
				null);
	}

	/**
	 * The file.
	 * @return its name as it was given
	 */
	public String getFile() {
		return this.file;
	}

}
