package io.dbregistry.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.testsupport.SilentServer;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar as it is shipped: starts and answers, on the class path and ahead of time; and
 * when it can't start, says why and ends with a code other than 0.
 */
@Execution(ExecutionMode.CONCURRENT)
class ExecutableJarIT {

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void startsAndAnswers(boolean aheadOfTime) throws Exception {
		try (BookshopProcess bookshop = BookshopProcess.start(List.of("-Dspring.aot.enabled=" + aheadOfTime))) {
			assertThat(bookshop.get("/")).startsWith("200").contains("primary", "analytics");
			assertThat(bookshop.get("/actuator/health")).startsWith("200").contains("\"analytics\"");
			assertThat(bookshop.get("/books")).isEqualTo("200 []");
			assertThat(bookshop.get("/clicks")).isEqualTo("200 []");
			assertThat(bookshop.output()).contains("Database 'primary' is open", "Database 'analytics' is open")
				.satisfies((output) -> assertThat(output.contains("AOT-processed")).isEqualTo(aheadOfTime));
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void runsCommandsAndEnds(boolean aheadOfTime, @TempDir Path resources) throws Exception {
		String generate = "--registry.migrations.generate=initial";
		assertThat(run(aheadOfTime, resources, "--registry.migrations.check", "--registry.migrations.database=primary"))
			.satisfies((bookshop) -> assertThat(bookshop.exitCode()).isEqualTo(2))
			.satisfies((bookshop) -> assertThat(bookshop.output()).contains("Table 'book' is added"));
		assertThat(run(aheadOfTime, resources, generate))
			.satisfies((bookshop) -> assertThat(bookshop.exitCode()).isZero())
			.satisfies((bookshop) -> assertThat(bookshop.output()).startsWith("Database 'primary':")
				.endsWith("Review what is written, and commit it\n"));
		assertThat(run(aheadOfTime, resources, "--registry.migrations.check", "--registry.migrations.database=primary"))
			.satisfies((bookshop) -> assertThat(bookshop.exitCode()).isZero())
			.satisfies((bookshop) -> assertThat(bookshop.output()).isEqualTo("Nothing is to be generated\n"));
		assertThat(run(aheadOfTime, resources, "--registry.migrations.check"))
			.satisfies((bookshop) -> assertThat(bookshop.exitCode()).isEqualTo(2))
			.satisfies((bookshop) -> assertThat(bookshop.output())
				.contains("There is no state 'db/registry/analytics.yaml' yet"));
		assertThat(run(aheadOfTime, resources, generate, "--registry.migrations.check"))
			.satisfies((bookshop) -> assertThat(bookshop.exitCode()).isEqualTo(1))
			.satisfies((bookshop) -> assertThat(bookshop.output()).contains("are given together"));
	}

	private static BookshopProcess run(boolean aheadOfTime, Path resources, String... command) throws Exception {
		List<String> arguments = new ArrayList<>(List.of(command));
		arguments.add("--registry.migrations.resources=" + resources);
		try (BookshopProcess bookshop = BookshopProcess.start(List.of("-Dspring.aot.enabled=" + aheadOfTime),
				arguments.toArray(String[]::new))) {
			bookshop.exitCode();
			return bookshop;
		}
	}

	@Test
	void aMisspeltCommandIsTold() throws Exception {
		assertThat(fails("--registry.migrations.genrate=initial")).contains("registry.migrations.genrate",
				"known in registry.migrations: 'generate', 'check'");
	}

	@Test
	void aWrongPasswordIsToldWithoutShowingIt() throws Exception {
		try (TestDatabase target = TestServer.POSTGRESQL.create()) {
			String output = fails("--registry.extra.analytics.url=" + target.url(),
					"--registry.extra.analytics.username=" + target.username(),
					"--registry.extra.analytics.password=wr0ngs3cr3t");

			assertThat(output).contains("APPLICATION FAILED TO START", "'analytics'", "password authentication failed")
				.doesNotContain("wr0ngs3cr3t");
		}
	}

	@Test
	void aPortWhereNothingListensIsTold() throws Exception {
		String output = fails(
				"--registry.database.url=jdbc:postgresql://127.0.0.1:%d/shop".formatted(TestServers.unusedPort()));

		assertThat(output).contains("APPLICATION FAILED TO START", "'primary'", "refused");
	}

	@Test
	void aSilentServerIsTold() throws Exception {
		try (SilentServer server = SilentServer.start()) {
			String output = fails(
					"--registry.extra.analytics.url=jdbc:postgresql://127.0.0.1:%d/clicks".formatted(server.port()),
					"--registry.extra.analytics.open-timeout=2s");

			assertThat(output).contains("APPLICATION FAILED TO START", "'analytics'");
		}
	}

	@Test
	void aMisspeltNameIsTold() throws Exception {
		String output = fails("--registry.extra.click-events=jdbc:h2:mem:clicks", "--registry.extr.x=y");

		assertThat(output).contains("APPLICATION FAILED TO START", "'click-events'", "registry.extr");
	}

	@Test
	void aMissingTableIsTold() throws Exception {
		String output = fails("--registry.ddl-auto=validate");

		assertThat(output).contains("APPLICATION FAILED TO START",
				"Table 'PUBLIC.author' of database 'primary' does not exist", "registry.ddl-auto=create");
	}

	private static String fails(String... arguments) throws Exception {
		try (BookshopProcess bookshop = BookshopProcess.start(List.of(), arguments)) {
			assertThat(bookshop.exitCode()).isNotZero();
			return bookshop.output();
		}
	}

}
