package io.dbregistry.migration;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.springframework.core.io.DefaultResourceLoader;

/** A folder that the class path begins in, with changelogs as files of it. */
final class ChangelogFolder {

	static final String MASTER = "db/changelog/db.changelog-master.yaml";

	static final String TENANTS = "db/changelog/tenant/db.changelog-master.yaml";

	/** Held, or its level would be forgotten. */
	private static final Logger LOGGER = Logger.getLogger("liquibase");

	private final Path folder;

	ChangelogFolder(Path folder) {
		this.folder = folder;
		LOGGER.setLevel(Level.WARNING);
	}

	ChangelogFolder write(String file, String text) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
		return this;
	}

	/** Writes a master of change sets that are one statement each. */
	ChangelogFolder master(String... changeSets) throws IOException {
		return write(MASTER, "databaseChangeLog:\n" + String.join("", changeSets));
	}

	/** The same for the schemas beside that of the database. */
	ChangelogFolder tenants(String... changeSets) throws IOException {
		return write(TENANTS, "databaseChangeLog:\n" + String.join("", changeSets));
	}

	static String changeSet(String id, String sql) {
		return "  - changeSet: {id: '%s', author: shop, changes: [{sql: {sql: \"%s\"}}], rollback: [{sql: {sql: \"drop table %s\"}}]}\n"
			.formatted(id, sql, id);
	}

	static String table(String name) {
		return changeSet(name, "create table %s (id integer primary key)".formatted(name));
	}

	static String include(String file) {
		return "  - include: {file: %s}\n".formatted(file);
	}

	/** Settings that find the files by a class loader. */
	ChangelogSettings.Builder settings() throws IOException {
		return ChangelogSettings.builder()
			.resources(new DefaultResourceLoader(new URLClassLoader(new URL[] { this.folder.toUri().toURL() })));
	}

}
