package io.dbregistry.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The messages that pages show, so that tests and pages have the same ones.
 */
public final class Texts {

	private static final Path FILE = Path.of("src/test/resources/messages.txt");

	private Texts() {
	}

	/** A region of {@code messages.txt} of one line. */
	public static String line(String region) {
		List<String> lines = lines(region);
		if (lines.size() != 1) {
			throw new IllegalStateException("Region '" + region + "' of " + FILE + " is not one line: " + lines);
		}
		return lines.get(0);
	}

	/** A region of {@code messages.txt}. */
	public static String text(String region) {
		return String.join(System.lineSeparator(), lines(region));
	}

	/** A whole file beside {@code messages.txt}, without the end of its last line. */
	public static String file(String name) {
		try {
			return Files.readString(FILE.resolveSibling(name)).stripTrailing();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> lines(String region) {
		try {
			List<String> lines = Files.readAllLines(FILE);
			int start = lines.indexOf("# tag::" + region + "[]");
			int end = lines.indexOf("# end::" + region + "[]");
			if (start < 0 || end < start) {
				throw new IllegalStateException("There is no region '" + region + "' in " + FILE);
			}
			return lines.subList(start + 1, end);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
