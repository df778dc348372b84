package io.dbregistry.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Java sources of the modules of a repository.
 */
final class Sources {

	private Sources() {
	}

	/** The texts of all main sources. */
	static Stream<String> main(Path root) {
		return files(root, "src/main/java").map(Sources::text);
	}

	/** The texts of all test classes with a simple name. */
	static List<String> tests(Path root, String name) {
		return files(root, "src/test/java").filter((file) -> file.endsWith(name + ".java")).map(Sources::text).toList();
	}

	private static Stream<Path> files(Path root, String folder) {
		try (Stream<Path> modules = Files.list(root)) {
			return modules.map((module) -> module.resolve(folder))
				.filter(Files::isDirectory)
				.sorted()
				.flatMap((sources) -> below(sources).stream())
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> below(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
