package io.dbregistry.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The records of decisions in {@code docs/adr}: each is complete and names the test, or
 * the file of the build, that fails when it is violated.
 */
final class DecisionRecords {

	private static final List<String> SECTIONS = List.of("Status", "Context", "Options", "Decision", "Consequences",
			"Held in place by");

	private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9]+(-[a-z0-9]+)+\\.md");

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:#(\\w+))?`");

	private static final Pattern FILE = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+|pom\\.xml)`");

	private final Path root;

	private final List<Page> records;

	DecisionRecords(Path root, List<Page> records) {
		this.root = root;
		this.records = records;
	}

	List<String> problems() {
		List<String> problems = new ArrayList<>();
		int number = 0;
		for (Page page : this.records) {
			number++;
			String file = String.valueOf(page.path().getFileName());
			if (!NAME.matcher(file).matches() || Integer.parseInt(file.substring(0, 4)) != number) {
				problems.add("%s: the file is to be named %04d-verb-phrase.md".formatted(page.path(), number));
			}
			addProblemsOfSections(page, problems);
			addProblemsOfTests(page, problems);
		}
		return problems;
	}

	private static void addProblemsOfSections(Page page, List<String> problems) {
		List<String> sections = page.prose()
			.stream()
			.filter((line) -> line.startsWith("## "))
			.map((line) -> line.substring(3))
			.toList();
		if (!sections.equals(SECTIONS)) {
			problems.add("%s: the sections are %s; they must be %s".formatted(page.path(), sections, SECTIONS));
			return;
		}
		SECTIONS.stream()
			.filter((section) -> page.section(section).isEmpty())
			.forEach((section) -> problems.add("%s: the section '%s' is empty".formatted(page.path(), section)));
		long options = page.section("Options").stream().filter((line) -> line.startsWith("- ")).count();
		if (options < 2) {
			problems.add("%s: there are %d options; a decision has at least 2".formatted(page.path(), options));
		}
	}

	private void addProblemsOfTests(Page page, List<String> problems) {
		String held = String.join("\n", page.section("Held in place by"));
		List<MatchResult> tests = TEST.matcher(held).results().toList();
		List<String> files = FILE.matcher(held).results().map((file) -> file.group(1)).toList();
		if (tests.isEmpty() && files.isEmpty()) {
			problems
				.add("%s: 'Held in place by' names nothing; write `SomeTests`, `SomeTests#method` or `path/of/a/file`"
					.formatted(page.path()));
		}
		files.stream()
			.filter((file) -> !Files.isRegularFile(this.root.resolve(file)))
			.forEach((file) -> problems.add("%s: there is no file '%s'".formatted(page.path(), file)));
		for (MatchResult test : tests) {
			addProblemsOfTest(page, test.group(1), test.group(2), problems);
		}
	}

	private void addProblemsOfTest(Page page, String type, @Nullable String method, List<String> problems) {
		List<String> sources = Sources.tests(this.root, type);
		if (sources.isEmpty()) {
			problems.add("%s: there is no test class '%s'".formatted(page.path(), type));
		}
		else if (method != null && sources.stream().noneMatch((source) -> source.contains(" " + method + "("))) {
			problems.add("%s: '%s' has no method '%s'".formatted(page.path(), type, method));
		}
	}

}
