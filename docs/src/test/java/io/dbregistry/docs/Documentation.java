package io.dbregistry.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pages of a repository: {@code *.md} at its root, and everything in {@code docs}.
 */
final class Documentation {

	/** What copies all blocks anew. */
	static final String UPDATE = "./mvnw -q -pl docs -am test -Ddocs.update -Dtest=DocumentationTests "
			+ "-Dsurefire.failIfNoSpecifiedTests=false";

	/** What belongs to the build of {@code docs}, not to what is read. */
	private static final Pattern BUILD = Pattern.compile("docs/(src/|target/|pom\\.xml|\\.).*|docs/pom\\.xml");

	/** What is compiled or read by a test. */
	private static final Pattern RUNS = Pattern
		.compile("[\\w-]+/(src/(main|test)/(java|resources)/.+|pom\\.xml)(#\\w+)?");

	private static final Pattern INDENTED_FENCE = Pattern.compile("\\s+(```|~~~).*|~~~.*");

	private final Path root;

	private final List<Page> pages;

	private Documentation(Path root, List<Page> pages) {
		this.root = root;
		this.pages = pages;
	}

	static Documentation read(Path root) {
		List<Page> pages = new ArrayList<>();
		Stream.concat(files(root, root, 1), files(root, root.resolve("docs"), Integer.MAX_VALUE))
			.filter((path) -> path.toString().endsWith(".md"))
			.forEach((path) -> pages.add(Page.read(root, path)));
		return new Documentation(root, List.copyOf(pages));
	}

	static Stream<Path> files(Path root, Path directory, int depth) {
		try (Stream<Path> files = Files.walk(directory, depth)) {
			return files.filter(Files::isRegularFile)
				.map(root::relativize)
				.filter((path) -> !BUILD.matcher(path.toString()).matches())
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<Page> pages() {
		return this.pages;
	}

	List<Page> pagesIn(String directory) {
		return this.pages.stream().filter((page) -> page.path().startsWith(directory)).toList();
	}

	/** Blocks that are not what the source says, that name no source, or cannot. */
	List<String> problemsOfBlocks(Set<String> commands) {
		List<String> problems = new ArrayList<>();
		for (Page page : this.pages) {
			for (int i = 0; i < page.lines().size(); i++) {
				if (INDENTED_FENCE.matcher(page.lines().get(i)).matches()) {
					problems.add(page.at(i) + ": a block begins with ``` at the start of a line, or it is not checked");
				}
			}
			for (CodeBlock block : page.blocks()) {
				addProblems(page, block, commands, problems);
			}
		}
		return problems;
	}

	private void addProblems(Page page, CodeBlock block, Set<String> commands, List<String> problems) {
		String at = page.at(block.start()) + ": ";
		if (!block.isOfKnownLanguage()) {
			problems.add(at + "'%s' is no language of a block; use java, yaml, xml, sql, http, json, shell or text"
				.formatted(block.language()));
		}
		else if (block.isShell()) {
			block.lines()
				.stream()
				.filter((line) -> !commands.contains(line))
				.forEach((line) -> problems.add(at + "'%s' is no known command (known: '%s'); try it, then add it"
					.formatted(line, String.join("', '", commands))));
		}
		else if (block.include() != null && !RUNS.matcher(block.include()).matches()) {
			problems.add(at + "'%s' is no source of a module, so nothing runs it".formatted(block.include()));
		}
		else if (block.include() != null) {
			addDrift(page, block, block.include(), problems);
		}
		else if (block.mustBeIncluded()) {
			problems.add(at + "the %s block names no source; put <!-- include: path/of/the/File#region --> before it"
				.formatted(block.language()));
		}
	}

	private void addDrift(Page page, CodeBlock block, String include, List<String> problems) {
		String at = page.at(block.start()) + ": ";
		try {
			List<String> source = Source.of(include).read(this.root);
			if (!source.equals(block.lines())) {
				problems.add(at + "the block is not what '%s' says: %s; run %s".formatted(include,
						difference(block.lines(), source), UPDATE));
			}
		}
		catch (Source.NoSuchSourceException ex) {
			problems.add(at + ex.getMessage());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String difference(List<String> block, List<String> source) {
		int same = 0;
		while (same < block.size() && same < source.size() && block.get(same).equals(source.get(same))) {
			same++;
		}
		return "line %d is '%s' here and '%s' there".formatted(same + 1, (same < block.size()) ? block.get(same) : "",
				(same < source.size()) ? source.get(same) : "");
	}

	/** Tables that differ from what they are generated from. */
	List<String> problemsOfTable(String name, List<String> table) {
		return this.pages.stream()
			.filter((page) -> page.tableStart(name) >= 0)
			.filter((page) -> !page.table(name).equals(table))
			.map((page) -> "%s: the table '%s' is out of date: %s; run %s".formatted(page.at(page.tableStart(name)),
					name, difference(page.table(name), table), UPDATE))
			.toList();
	}

	/** Generates a table anew wherever it stands. */
	void updateTable(String name, List<String> table) throws IOException {
		for (Page page : this.pages) {
			int start = page.tableStart(name);
			if (start >= 0) {
				List<String> lines = new ArrayList<>(page.lines());
				List<String> within = lines.subList(start, start + page.table(name).size());
				within.clear();
				within.addAll(table);
				Files.write(this.root.resolve(page.path()), lines);
			}
		}
	}

	/** Copies every block that names a source from there. */
	void update() throws IOException {
		for (Page page : this.pages) {
			List<String> lines = new ArrayList<>(page.lines());
			List<CodeBlock> blocks = page.blocks();
			for (int i = blocks.size() - 1; i >= 0; i--) {
				CodeBlock block = blocks.get(i);
				List<String> within = lines.subList(block.start() + 1, block.start() + 1 + block.lines().size());
				if (block.include() != null) {
					replace(within, block.include(), page.at(block.start()));
				}
			}
			if (!lines.equals(page.lines())) {
				Files.write(this.root.resolve(page.path()), lines);
			}
		}
	}

	private void replace(List<String> block, String include, String at) throws IOException {
		try {
			List<String> source = Source.of(include).read(this.root);
			block.clear();
			block.addAll(source);
		}
		catch (Source.NoSuchSourceException ex) {
			throw new IllegalStateException(at + ": " + ex.getMessage(), ex);
		}
	}

}
