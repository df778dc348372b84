package io.dbregistry.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks README.md and docs. With {@code -Ddocs.update} every block is first copied anew
 * from its source.
 */
class DocumentationTests {

	private static final Path ROOT = Path.of("..");

	/** Run by people and by CI, not by a test. */
	private static final Set<String> COMMANDS = Set.of("./mvnw verify", "./mvnw -q -pl sample-app -am spring-boot:run",
			"./mvnw -q install -DskipTests", "./mvnw -q -pl benchmarks -am -DskipTests package",
			"java -XX:-BackgroundCompilation -jar benchmarks/target/benchmarks.jar reflection registration creation --json=report.json",
			"./mvnw spring-boot:run -Dspring-boot.run.arguments=--registry.migrations.generate=add_score",
			"./mvnw -q -pl sample-app -am spring-boot:run -Dspring-boot.run.arguments=--registry.migrations.generate=initial",
			"./mvnw -q -pl sample-app -am spring-boot:run -Dspring-boot.run.arguments=--registry.database.url=jdbc:h2:./target/bookshop",
			"./mvnw -q -pl sample-app -am spring-boot:run -Dspring-boot.run.arguments=--registry.migrations.generate=add_meaning",
			"java -jar app.jar --registry.migrations.generate=add_score",
			"java -jar app.jar --registry.migrations.generate=initial --registry.migrations.tenants",
			Documentation.UPDATE);

	@BeforeAll
	static void updateOnRequest() throws IOException {
		if (Boolean.getBoolean("docs.update")) {
			Documentation.read(ROOT).update();
			Documentation.read(ROOT).updateTable(PropertyTable.NAME, properties());
		}
	}

	private final Documentation documentation = Documentation.read(ROOT);

	@Test
	void everyBlockIsCopiedFromWhatRuns() {
		assertThat(this.documentation.problemsOfBlocks(COMMANDS)).isEmpty();
	}

	@Test
	void everyPropertyHasARow() throws IOException {
		assertThat(this.documentation.pagesIn("docs/spring-boot.md")).singleElement()
			.satisfies((page) -> assertThat(page.tableStart(PropertyTable.NAME)).isPositive());
		assertThat(this.documentation.problemsOfTable(PropertyTable.NAME, properties())).isEmpty();
	}

	@Test
	void everySettingExists() throws IOException {
		List<String> properties = PropertyTable.names(DocumentationTests.class.getClassLoader());
		assertThat(mentions().unknownSettings(properties)).isEmpty();
	}

	private static List<String> properties() throws IOException {
		return PropertyTable.lines(DocumentationTests.class.getClassLoader());
	}

	@Test
	void everyLinkLeadsSomewhere() {
		assertThat(links().broken()).isEmpty();
	}

	@Test
	void everyFileIsReachableFromTheIndex() {
		assertThat(links().unreachable()).isEmpty();
	}

	@Test
	void everyExceptionIsExplained() {
		assertThat(mentions().unexplainedExceptions("docs/errors.md")).isEmpty();
	}

	@Test
	void everyDecisionNamesTheTestThatHoldsIt() {
		assertThat(new DecisionRecords(ROOT, this.documentation.pagesIn("docs/adr")).problems()).isEmpty();
	}

	private Links links() {
		return new Links(ROOT, this.documentation.pages());
	}

	private Mentions mentions() {
		return new Mentions(ROOT, this.documentation.pages());
	}

}
