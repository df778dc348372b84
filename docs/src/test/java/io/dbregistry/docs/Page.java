package io.dbregistry.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A Markdown file.
 *
 * @param path where it is, relative to the root of the repository
 * @param lines its lines
 */
record Page(Path path, List<String> lines) {

	private static final Pattern FENCE = Pattern.compile("```(\\w*)\\s*");

	private static final Pattern INCLUDE = Pattern.compile("<!-- include: (\\S+) -->");

	private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("#{1,6} (.+)");

	Page {
		lines = List.copyOf(lines);
	}

	static Page read(Path root, Path path) {
		try {
			return new Page(path, Files.readAllLines(root.resolve(path)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A place on the page, for messages. */
	String at(int line) {
		return this.path + ":" + (line + 1);
	}

	List<CodeBlock> blocks() {
		List<CodeBlock> blocks = new ArrayList<>();
		for (int i = 0; i < this.lines.size(); i++) {
			Matcher fence = FENCE.matcher(this.lines.get(i));
			if (fence.matches()) {
				int end = i + 1;
				while (end < this.lines.size() && !this.lines.get(end).equals("```")) {
					end++;
				}
				if (end == this.lines.size()) {
					throw new IllegalStateException(at(i) + ": the block has no end");
				}
				blocks.add(new CodeBlock(fence.group(1), include(i), i, this.lines.subList(i + 1, end)));
				i = end;
			}
		}
		return blocks;
	}

	private @Nullable String include(int fence) {
		Matcher include = INCLUDE.matcher((fence > 0) ? this.lines.get(fence - 1) : "");
		return include.matches() ? include.group(1) : null;
	}

	/** The lines of prose: blocks are left out. */
	List<String> prose() {
		List<String> prose = new ArrayList<>();
		boolean inside = false;
		for (String line : this.lines) {
			boolean fence = line.startsWith("```");
			if (!inside && !fence) {
				prose.add(line);
			}
			inside ^= fence;
		}
		return prose;
	}

	/** Where the page links to within the repository, as it is written. */
	List<String> relativeLinks() {
		return prose().stream()
			.flatMap((line) -> LINK.matcher(line).results())
			.map((link) -> link.group(1))
			.filter((target) -> !target.matches("[a-z]+:.*"))
			.toList();
	}

	/** What a link can name behind {@code #}. */
	Set<String> anchors() {
		return prose().stream()
			.map(HEADING::matcher)
			.filter(Matcher::matches)
			.map((heading) -> anchor(heading.group(1)))
			.collect(Collectors.toSet());
	}

	private static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

	/** The first line of a generated table, or -1 when the page does not have it. */
	int tableStart(String name) {
		int comment = this.lines.indexOf("<!-- generated: " + name + " -->");
		return (comment < 0) ? -1 : comment + 1;
	}

	/** The lines of a generated table. */
	List<String> table(String name) {
		return this.lines.subList(tableStart(name), this.lines.size())
			.stream()
			.takeWhile((line) -> line.startsWith("|"))
			.toList();
	}

	/** The lines under a heading of the second level, or none when there is no such. */
	List<String> section(String heading) {
		int start = this.lines.indexOf("## " + heading);
		if (start < 0) {
			return List.of();
		}
		return this.lines.subList(start + 1, this.lines.size())
			.stream()
			.takeWhile((line) -> !line.startsWith("## "))
			.filter((line) -> !line.isBlank())
			.toList();
	}

}
