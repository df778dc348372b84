package io.dbregistry.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of packages in {@code docs/packages.md}.
 *
 * @param root the package of the first row; those of the others are directly below it
 * @param rows the rows by package, in their order
 */
record PackageTable(String root, Map<String, Row> rows) {

	private static final Pattern ROW = Pattern
		.compile("(\\w+(?:\\.\\w+)+)\\s+(.+?)\\s+-> ([\\w, ]+?)\\s*(?:\\[(.+)])?");

	private static final Pattern SOLE_IMPORTER = Pattern.compile("only importer of ([\\w.]+)");

	private static final Pattern NEVER = Pattern.compile("never imports ([\\w., ]+)");

	/**
	 * One package.
	 *
	 * @param name its full name
	 * @param imports the full names of the packages of the table that it may import
	 * @param importedByNobody whether no package of the table may import it
	 * @param soleImporterOf foreign packages that only it may import
	 * @param neverImports foreign packages that it may not import
	 */
	record Row(String name, Set<String> imports, boolean importedByNobody, List<String> soleImporterOf,
			List<String> neverImports) {
	}

	static PackageTable read(Path file) {
		try {
			return parse(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static PackageTable parse(String text) {
		List<Matcher> lines = text.lines().map(ROW::matcher).filter(Matcher::matches).toList();
		if (lines.isEmpty()) {
			throw new IllegalStateException("No row such as 'a.b.c  what it holds  -> x, y' in: " + text);
		}
		String root = lines.get(0).group(1);
		List<String> names = lines.stream().map((line) -> line.group(1)).toList();
		Map<String, Row> rows = new LinkedHashMap<>();
		for (Matcher line : lines) {
			rows.put(line.group(1), row(root, names, line));
		}
		return new PackageTable(root, rows);
	}

	private static Row row(String root, List<String> names, Matcher line) {
		String name = line.group(1);
		String notes = (line.group(4) != null) ? line.group(4) : "";
		return new Row(name, imports(root, names, name, line.group(3).strip()), notes.contains("imported by nobody"),
				matches(SOLE_IMPORTER, notes), matches(NEVER, notes));
	}

	private static Set<String> imports(String root, List<String> names, String name, String imports) {
		Set<String> result = new TreeSet<>();
		if (imports.equals("all")) {
			result.addAll(names);
			result.remove(name);
		}
		else if (!imports.equals("nothing")) {
			split(imports).forEach((other) -> result.add(root + "." + other));
		}
		if (!names.containsAll(result)) {
			throw new IllegalStateException(
					"The row of '" + name + "' imports '" + imports + "', but the table has only " + names);
		}
		return result;
	}

	private static List<String> matches(Pattern pattern, String notes) {
		List<String> result = new ArrayList<>();
		Matcher matcher = pattern.matcher(notes);
		while (matcher.find()) {
			result.addAll(split(matcher.group(1)));
		}
		return result;
	}

	private static List<String> split(String list) {
		return Arrays.asList(list.split(", "));
	}

}
