package io.dbregistry.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Plants each mistake that {@link DocumentationTests} looks for.
 */
class DocumentationCheckTests {

	private static final Set<String> COMMANDS = Set.of("./mvnw verify");

	private static final String RECORD = """
			# Take the first
			## Status
			Accepted
			## Context
			There are two.
			## Options
			- The first.
			- The second: lost.
			## Decision
			The first.
			## Consequences
			None.
			## Held in place by
			`ThingTests#holds`
			""";

	@TempDir
	Path root;

	@BeforeEach
	void writeSource() throws IOException {
		write("docs/README.md", "# Index\n");
		write("core/src/test/java/ThingTests.java", """
				class ThingTests {
					// tag::use[]
					void holds() {

						use();
					}
					// end::use[]
					// tag::open[]
				}
				""");
	}

	private void write(String file, String text) throws IOException {
		Path path = this.root.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

	private String page(String text) throws IOException {
		write("README.md", text);
		return String.join("\n", Documentation.read(this.root).problemsOfBlocks(COMMANDS));
	}

	private static String block(String include, String language, String text) {
		return "<!-- include: " + include + " -->\n```" + language + "\n" + text + "\n```\n";
	}

	@Test
	void acceptsACopyWithoutMarksTabsAndIndentation() throws IOException {
		assertThat(page(block("core/src/test/java/ThingTests.java#use", "java", "void holds() {\n\n    use();\n}")))
			.isEmpty();
	}

	@Test
	void reportsADriftedBlockAndUpdatesIt() throws IOException {
		String drifted = page(
				block("core/src/test/java/ThingTests.java#use", "java", "void holds() {\n\n    no();\n}"));
		assertThat(drifted)
			.startsWith("README.md:2: the block is not what 'core/src/test/java/ThingTests.java#use' says: "
					+ "line 3 is '    no();' here and '    use();' there; run ");

		Documentation.read(this.root).update();
		assertThat(Documentation.read(this.root).problemsOfBlocks(COMMANDS)).isEmpty();
	}

	@Test
	void reportsABlockWithoutASource() throws IOException {
		assertThat(page("```sql\nselect 1\n```\n")).contains("README.md:1: the sql block names no source");
	}

	@Test
	void reportsASourceThatDoesNotExist() throws IOException {
		assertThat(page(block("core/src/test/java/Gone.java", "java", "")))
			.contains("there is no file 'core/src/test/java/Gone.java'");
		assertThat(page(block("core/src/test/java/ThingTests.java#open", "java", ""))).contains("has no region 'open'");
		assertThatIllegalStateException().isThrownBy(Documentation.read(this.root)::update)
			.withMessageStartingWith("README.md:2: ");
	}

	@Test
	void reportsASourceThatNothingRuns() throws IOException {
		write("notes/Example.java", "no();\n");
		assertThat(page(block("notes/Example.java", "java", "no();")))
			.isEqualTo("README.md:2: 'notes/Example.java' is no source of a module, so nothing runs it");
	}

	@Test
	void reportsAnUnknownCommandAndLanguage() throws IOException {
		assertThat(page("```shell\n./mvnw verify\n```\n")).isEmpty();
		assertThat(page("```shell\nmvn verify\n```\n")).contains("'mvn verify' is no known command");
		assertThat(page("```bash\nmvn verify\n```\n")).contains("'bash' is no language of a block");
	}

	@Test
	void reportsABlockThatItCannotRead() throws IOException {
		assertThat(page("1. one\n   ```java\n   no();\n   ```\n")).contains("README.md:2: ", "README.md:4: ");
		assertThat(page("~~~java\nno();\n~~~\n")).contains("README.md:1: ");
		write("README.md", "```java\nno();\n");
		assertThatIllegalStateException().isThrownBy(() -> Documentation.read(this.root).problemsOfBlocks(COMMANDS))
			.withMessage("README.md:1: the block has no end");
	}

	@Test
	void reportsATableThatIsOutOfDateAndUpdatesIt() throws IOException {
		write("README.md", "# A\n<!-- generated: numbers -->\n| n |\n|---|\n| 1 |\n\n| other |\n");
		List<String> table = List.of("| n |", "|---|", "| 1 |", "| 2 |");
		assertThat(Documentation.read(this.root).problemsOfTable("numbers", table)).singleElement()
			.asString()
			.startsWith("README.md:3: the table 'numbers' is out of date: line 4 is '' here and '| 2 |' there; run ");

		Documentation.read(this.root).updateTable("numbers", table);
		assertThat(Documentation.read(this.root).problemsOfTable("numbers", table)).isEmpty();
		assertThat(Files.readString(this.root.resolve("README.md"))).endsWith("| 2 |\n\n| other |\n");
	}

	@Test
	void reportsSettingsThatAreNone() throws IOException {
		write("core/src/main/java/Meters.java", "Gauge.builder(\"registry.holders\")");
		write("README.md",
				"`registry.schema`, `registry.extra.a.url: x`, `registry.holders`, `registry.open()`, `registry.schem`\n");
		assertThat(mentions().unknownSettings(List.of("registry.schema", "registry.extra")))
			.containsExactly("README.md: 'registry.schem' is no setting");
	}

	@Test
	void reportsLinksThatLeadNowhere() throws IOException {
		write("docs/a.md", "# One, two\n[index](README.md) [self](#one-two) [web](https://example.org/x)\n");
		write("docs/README.md", "[a](a.md#one-two) [b](b.md) [c](a.md#three)\n```text\n[no](link.md)\n```\n");

		assertThat(links().broken()).containsExactly(
				"docs/README.md: the link 'b.md' leads to 'docs/b.md', which does not exist",
				"docs/README.md: the link 'a.md#three' leads to no heading of 'docs/a.md' (known: 'one-two')");
	}

	@Test
	void reportsFilesThatNoLinkLeadsTo() throws IOException {
		write("docs/README.md", "[a](a.md)\n");
		write("docs/a.md", "[b](sub/b.md)\n");
		write("docs/sub/b.md", "");
		write("docs/lost.svg", "");
		write("docs/pom.xml", "");
		write("docs/src/X.java", "");

		assertThat(links().unreachable())
			.containsExactly("docs/lost.svg: no link leads here from docs/README.md; add one");
	}

	@Test
	void reportsExceptionsThatNoPageExplains() throws IOException {
		write("core/src/main/java/x/SeenException.java",
				"public final class SeenException extends RegistryException {");
		write("core/src/main/java/x/NewException.java", "public class NewException extends RegistryException {");
		write("core/src/main/java/x/InnerException.java", "final class InnerException extends RegistryException {");
		write("docs/errors.md", "`SeenException`\n");

		assertThat(mentions().unexplainedExceptions("docs/errors.md"))
			.containsExactly("docs/errors.md: `NewException` is not explained; add a row");
	}

	@Test
	void acceptsARecordThatIsComplete() throws IOException {
		assertThat(problems("0001-take-first.md", RECORD)).isEmpty();
	}

	@Test
	void reportsWhatARecordLacks() throws IOException {
		assertThat(problems("0002-take-first.md", RECORD)).singleElement().asString().contains("0001-verb-phrase.md");
		assertThat(problems("0001-take-first.md", RECORD.replace("## Decision\n", ""))).singleElement()
			.asString()
			.contains("the sections are");
		assertThat(problems("0001-take-first.md", RECORD.replace("There are two.\n", "")))
			.containsExactly("docs/adr/0001-take-first.md: the section 'Context' is empty");
		assertThat(problems("0001-take-first.md", RECORD.replace("- The first.\n", "")))
			.containsExactly("docs/adr/0001-take-first.md: there are 1 options; a decision has at least 2");
		assertThat(problems("0001-take-first.md", RECORD.replace("`ThingTests#holds`", "Habit."))).singleElement()
			.asString()
			.contains("names nothing");
		assertThat(problems("0001-take-first.md", RECORD.replace("ThingTests#holds", ".ci/run")))
			.containsExactly("docs/adr/0001-take-first.md: there is no file '.ci/run'");
		assertThat(problems("0001-take-first.md", RECORD.replace("ThingTests#", "GoneTests#")))
			.containsExactly("docs/adr/0001-take-first.md: there is no test class 'GoneTests'");
		assertThat(problems("0001-take-first.md", RECORD.replace("#holds", "#held")))
			.containsExactly("docs/adr/0001-take-first.md: 'ThingTests' has no method 'held'");
	}

	private List<String> problems(String file, String text) throws IOException {
		Path directory = this.root.resolve("docs/adr");
		if (Files.exists(directory)) {
			try (var records = Files.list(directory)) {
				for (Path record : records.toList()) {
					Files.delete(record);
				}
			}
		}
		write("docs/adr/" + file, text);
		return new DecisionRecords(this.root, Documentation.read(this.root).pagesIn("docs/adr")).problems();
	}

	private Links links() {
		return new Links(this.root, Documentation.read(this.root).pages());
	}

	private Mentions mentions() {
		return new Mentions(this.root, Documentation.read(this.root).pages());
	}

}
