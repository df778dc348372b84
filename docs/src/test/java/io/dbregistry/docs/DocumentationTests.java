package io.dbregistry.docs;

import java.io.IOException;
import java.nio.file.Path;
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
			"./mvnw -q install -DskipTests");

	@BeforeAll
	static void updateOnRequest() throws IOException {
		if (Boolean.getBoolean("docs.update")) {
			Documentation.read(ROOT).update();
		}
	}

	private final Documentation documentation = Documentation.read(ROOT);

	@Test
	void everyBlockIsCopiedFromWhatRuns() {
		assertThat(this.documentation.problemsOfBlocks(COMMANDS)).isEmpty();
	}

	@Test
	void everyLinkLeadsSomewhere() {
		assertThat(this.documentation.brokenLinks()).isEmpty();
	}

	@Test
	void everyFileIsReachableFromTheIndex() {
		assertThat(this.documentation.unreachable()).isEmpty();
	}

	@Test
	void everyExceptionIsExplained() {
		assertThat(this.documentation.unexplainedExceptions("docs/errors.md")).isEmpty();
	}

	@Test
	void everyDecisionNamesTheTestThatHoldsIt() {
		assertThat(new DecisionRecords(ROOT, this.documentation.pagesIn("docs/adr")).problems()).isEmpty();
	}

}
