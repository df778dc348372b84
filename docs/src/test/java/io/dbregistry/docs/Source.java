package io.dbregistry.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an include names: a file of the repository, or the region of one that stands
 * between {@code tag::name[]} and {@code end::name[]}.
 *
 * @param file the file, relative to the root of the repository
 * @param region the name of the region, or empty for the whole file
 */
record Source(String file, String region) {

	private static final Pattern MARK = Pattern.compile(".*\\b(?:tag|end)::\\w+\\[].*");

	static Source of(String include) {
		int hash = include.indexOf('#');
		return (hash < 0) ? new Source(include, "")
				: new Source(include.substring(0, hash), include.substring(hash + 1));
	}

	/**
	 * The text as a page shows it: without marks, common indentation and empty lines
	 * around it, with four blanks for a tab.
	 * @throws NoSuchSourceException if there is no such file or region
	 */
	List<String> read(Path root) throws IOException, NoSuchSourceException {
		Path path = root.resolve(this.file);
		if (!Files.isRegularFile(path)) {
			throw new NoSuchSourceException("there is no file '" + this.file + "'");
		}
		List<String> lines = Files.readAllLines(path);
		if (!this.region.isEmpty()) {
			int start = mark(lines, "tag::");
			int end = mark(lines, "end::");
			if (start < 0 || end < start) {
				throw new NoSuchSourceException("'%s' has no region '%s': there must be one tag::%s[] and one end::%s[]"
					.formatted(this.file, this.region, this.region, this.region));
			}
			lines = lines.subList(start + 1, end);
		}
		return tidy(lines.stream().filter((line) -> !MARK.matcher(line).matches()).toList());
	}

	/** Returns -1 unless there is exactly one. */
	private int mark(List<String> lines, String kind) {
		String mark = kind + this.region + "[]";
		List<Integer> found = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).contains(mark)) {
				found.add(i);
			}
		}
		return (found.size() == 1) ? found.get(0) : -1;
	}

	private static List<String> tidy(List<String> lines) {
		List<String> expanded = lines.stream().map((line) -> line.replace("\t", "    ").stripTrailing()).toList();
		int indentation = expanded.stream()
			.filter((line) -> !line.isEmpty())
			.mapToInt((line) -> line.length() - line.stripLeading().length())
			.min()
			.orElse(0);
		List<String> tidy = new ArrayList<>(
				expanded.stream().map((line) -> line.isEmpty() ? line : line.substring(indentation)).toList());
		while (!tidy.isEmpty() && tidy.get(0).isEmpty()) {
			tidy.remove(0);
		}
		while (!tidy.isEmpty() && tidy.get(tidy.size() - 1).isEmpty()) {
			tidy.remove(tidy.size() - 1);
		}
		return tidy;
	}

	/**
	 * An include that names nothing.
	 */
	static final class NoSuchSourceException extends Exception {

		NoSuchSourceException(String message) {
			super(message);
		}

	}

}
