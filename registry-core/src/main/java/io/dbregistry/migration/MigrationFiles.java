package io.dbregistry.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.dbregistry.database.Databases;

/**
 * The files of the migrations of one database, below the root of a class path.
 * <p>
 * They are written in an order in which a failure leaves nothing that another attempt
 * could not find: the changelog, the line that includes it, the state.
 */
final class MigrationFiles {

	private static final String MASTER = "db.changelog-master.yaml";

	/** The folder of the changelogs of tenants, which is no name of an extra. */
	static final String TENANT = "tenant";

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

	private static final Pattern MIGRATION = Pattern.compile("(\\d{4,})_[a-z0-9_]+");

	private final Path resources;

	private final String folder;

	private final String stateName;

	/**
	 * The files of a database.
	 * @param tenants whether those of its tenants are meant
	 */
	MigrationFiles(Path resources, String database, boolean tenants) {
		this.resources = resources;
		this.folder = "db/changelog" + (database.equals(Databases.PRIMARY) ? "" : "/" + database)
				+ (tenants ? "/" + TENANT : "");
		this.stateName = "db/registry/%s%s.yaml".formatted(database, tenants ? "-" + TENANT : "");
	}

	/** The state below the root of the class path. */
	String stateName() {
		return this.stateName;
	}

	boolean hasState() {
		return Files.exists(this.resources.resolve(this.stateName));
	}

	/** The state, or empty before the first migration. */
	Optional<MigrationState> findState() {
		Path file = this.resources.resolve(this.stateName);
		return hasState() ? Optional.of(StateFileReader.read(file.toString(), read(file))) : Optional.empty();
	}

	void requireNoState() {
		if (hasState()) {
			throw StateFileException.existing(this.resources.resolve(this.stateName).toString());
		}
	}

	/**
	 * The name of the migration after a state.
	 * @param topic what it is about
	 */
	String next(MigrationState state, String topic) {
		if (!NAME.matcher(topic).matches()) {
			throw new IllegalArgumentException(
					"A migration cannot be called '%s'; begin with a lower-case letter, ".formatted(topic)
							+ "and go on with such letters, digits and underscores");
		}
		return "%04d_%s".formatted(last(state) + 1, topic);
	}

	private static int last(MigrationState state) {
		return (state.migration() != null) ? number(state.migration()) : 0;
	}

	/**
	 * Makes sure that there are no changelogs that a state does not know.
	 * @throws StateFileException if there are
	 */
	void requireKnown(MigrationState state) {
		int last = last(state);
		List<String> unknown = migrations().stream()
			.filter((name) -> number(name) >= last && !name.equals(state.migration()))
			.toList();
		if (!unknown.isEmpty()) {
			throw StateFileException.outdated(this.resources.resolve(this.stateName).toString(), state.migration(),
					this.folder, unknown);
		}
	}

	private static int number(String migration) {
		Matcher matcher = MIGRATION.matcher(migration);
		return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
	}

	private List<String> migrations() {
		Path directory = this.resources.resolve(this.folder);
		if (!Files.isDirectory(directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".yaml"))
				.map((name) -> name.substring(0, name.length() - ".yaml".length()))
				.filter((name) -> MIGRATION.matcher(name).matches())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes a changelog, includes it, and writes the state after it. */
	List<Path> write(String migration, Changelog changelog, MigrationState state) {
		String path = this.folder + "/" + migration + ".yaml";
		Path file = this.resources.resolve(path);
		write(file, changelog.text(migration, path));
		return List.of(file, include(path), write(state));
	}

	Path write(MigrationState state) {
		Path file = this.resources.resolve(this.stateName);
		write(file, StateFile.text(state));
		return file;
	}

	private Path include(String path) {
		Path master = this.resources.resolve(this.folder).resolve(MASTER);
		String before = Files.exists(master) ? read(master) : "databaseChangeLog:\n";
		String line = "  - include: {file: %s}\n".formatted(path);
		write(master, before + (before.endsWith("\n") ? "" : "\n") + line);
		return master;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All of it or nothing. */
	private static void write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			Path part = file.resolveSibling(file.getFileName() + ".part");
			Files.writeString(part, text);
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
