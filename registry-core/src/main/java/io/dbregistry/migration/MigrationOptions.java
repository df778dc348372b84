package io.dbregistry.migration;

import java.nio.file.Path;

/**
 * How migrations are planned and written. Not safe for use by several threads.
 */
public final class MigrationOptions {

	private Path resources = Path.of("src", "main", "resources");

	private boolean destroy;

	MigrationOptions() {
	}

	/**
	 * Where changelogs and states are kept.
	 * @param resources the folder that the class path begins in; unless set,
	 * {@code src/main/resources} of the working directory
	 * @return these options
	 */
	public MigrationOptions resources(Path resources) {
		this.resources = resources;
		return this;
	}

	/**
	 * Allows steps that destroy data: without it they are written as comments.
	 * @return these options
	 */
	public MigrationOptions allowDataLoss() {
		this.destroy = true;
		return this;
	}

	Path resources() {
		return this.resources;
	}

	boolean destroys() {
		return this.destroy;
	}

}
