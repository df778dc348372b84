package io.dbregistry.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages say of things in the source: settings that they name, exceptions that they
 * explain.
 */
final class Mentions {

	private static final Pattern EXCEPTION = Pattern
		.compile("public (?:(?:abstract|sealed|non-sealed|final) )*class (\\w+Exception) ");

	private static final Pattern SETTING = Pattern.compile("`(registry(?:\\.[a-z][a-z0-9-]*)+)(?:[.:=][^`(]*)?`");

	private final Path root;

	private final List<Page> pages;

	Mentions(Path root, List<Page> pages) {
		this.root = root;
		this.pages = pages;
	}

	/** Public exceptions of the modules that a page does not name. */
	List<String> unexplainedExceptions(String path) {
		String page = String.join("\n", Page.read(this.root, Path.of(path)).lines());
		return Sources.main(this.root)
			.map(EXCEPTION::matcher)
			.filter(Matcher::find)
			.map((exception) -> exception.group(1))
			.filter((exception) -> !page.contains("`" + exception + "`"))
			.map((exception) -> "%s: `%s` is not explained; add a row".formatted(path, exception))
			.toList();
	}

	/**
	 * Settings named on pages that are none: neither a property, nor the beginning of
	 * one, nor below one, nor a text that the main sources have.
	 */
	List<String> unknownSettings(List<String> properties) {
		List<String> sources = Sources.main(this.root).toList();
		List<String> problems = new ArrayList<>();
		for (Page page : this.pages) {
			page.prose()
				.stream()
				.flatMap((line) -> SETTING.matcher(line).results())
				.map((setting) -> setting.group(1))
				.filter((name) -> properties.stream()
					.noneMatch(
							(property) -> (property + ".").startsWith(name + ".") || name.startsWith(property + ".")))
				.filter((name) -> sources.stream().noneMatch((source) -> source.contains('"' + name + '"')))
				.forEach((name) -> problems.add("%s: '%s' is no setting".formatted(page.path(), name)));
		}
		return problems;
	}

}
