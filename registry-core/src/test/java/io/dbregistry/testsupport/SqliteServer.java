package io.dbregistry.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * SQLite in a temporary file. There is no server with a list of connections: what is
 * counted are the descriptors that this process holds on the file, one for each
 * connection, as the operating system lists them.
 */
final class SqliteServer implements DatabaseServer {

	private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

	private final Path directory;

	SqliteServer() {
		try {
			this.directory = Files.createTempDirectory("registry-sqlite").toRealPath();
			ShutdownHook.add("SQLite directory", () -> delete(this.directory));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		Files.delete(directory);
	}

	@Override
	public DatabaseAccess create(String name) {
		return new DatabaseAccess("jdbc:sqlite:" + file(name), "", "");
	}

	@Override
	public boolean listsConnections() {
		return Files.isDirectory(DESCRIPTORS);
	}

	@Override
	public int connections(String name) {
		Path file = file(name);
		try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
			return (int) descriptors.filter((descriptor) -> pointsTo(descriptor, file)).count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean pointsTo(Path descriptor, Path file) {
		try {
			return Files.readSymbolicLink(descriptor).equals(file);
		}
		catch (NoSuchFileException ex) {
			return false; // closed since it was listed
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void drop(String name, Collection<String> schemas) {
		try {
			for (String suffix : List.of("", "-journal", "-wal", "-shm")) {
				Files.deleteIfExists(this.directory.resolve(name + ".db" + suffix));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file(String name) {
		return this.directory.resolve(name + ".db");
	}

}
