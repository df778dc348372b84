package io.dbregistry.docs.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The messages that pages show, so that tests and pages have the same ones.
 */
final class Texts {

	private static final Path FILE = Path.of("src/test/resources/messages.txt");

	private Texts() {
	}

	/** The only line of a region of {@code messages.txt}. */
	static String line(String region) {
		try {
			List<String> lines = Files.readAllLines(FILE);
			int start = lines.indexOf("# tag::" + region + "[]");
			if (start < 0 || !lines.get(start + 2).equals("# end::" + region + "[]")) {
				throw new IllegalStateException("There is no region '" + region + "' of one line in " + FILE);
			}
			return lines.get(start + 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
