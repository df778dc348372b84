package io.dbregistry.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.dbregistry.boot.autoconfigure.application.Application;
import io.dbregistry.database.DatabaseOpenException;
import io.dbregistry.testsupport.SilentServer;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that can't start says why, leaves nothing open and ends with an exit
 * code that is not 0.
 */
class FailedStartTests {

	@AutoClose
	private final TestDatabase primary = TestServer.POSTGRESQL.create();

	@AutoClose
	private final TestDatabase analytics = TestServer.POSTGRESQL.create();

	@Test
	void closesTheOthersWhenTheLastOneIsDead() {
		runner().withPropertyValues("registry.extra.dead=jdbc:postgresql://localhost:1/x").run((context) -> {
			assertThat(context).getFailure().hasStackTraceContaining("Database 'dead' could not be opened");
			this.primary.assertConnections(0);
			this.analytics.assertConnections(0);
		});
	}

	@Test
	void closesTheOthersWhenOneNeverAnswers() {
		try (SilentServer silent = SilentServer.start()) {
			runner()
				.withPropertyValues("registry.extra.dead.url=jdbc:postgresql://localhost:" + silent.port() + "/x",
						"registry.extra.dead.open-timeout=500ms")
				.run((context) -> {
					assertThat(context).getFailure()
						.hasStackTraceContaining(DatabaseOpenException.class.getName())
						.hasStackTraceContaining("no answer within 500 ms");
					this.primary.assertConnections(0);
					this.analytics.assertConnections(0);
				});
		}
	}

	@Test
	void closesEverythingWhenABeanFailsLater() {
		runner().withBean("bad", Object.class, () -> {
			throw new IllegalStateException("bad bean");
		}).run((context) -> {
			assertThat(context).getFailure().hasStackTraceContaining("bad bean");
			this.primary.assertConnections(0);
			this.analytics.assertConnections(0);
		});
	}

	@Test
	void worksOnceTheFaultIsMended() {
		runner().withPropertyValues("registry.extra.analytics.password=wrong")
			.run((context) -> assertThat(context).hasFailed());
		runner().run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void endsWithAReportAndAnExitCode() throws IOException, InterruptedException {
		Process process = start("registry.extra.dead.password=s3cr3t",
				"registry.extra.dead.url=jdbc:postgresql://localhost:1/x");
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(1);
		assertThat(output)
			.contains("APPLICATION FAILED TO START", "Database 'dead' could not be opened",
					"registry.extra.dead.required to false")
			.doesNotContain("s3cr3t")
			.doesNotContain("\tat ");
		this.primary.assertConnections(0);
		this.analytics.assertConnections(0);
	}

	private Process start(String... properties) throws IOException {
		// DevTools, which are on the class path, would end with exit code 0
		List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dspring.devtools.restart.enabled=false", "-cp",
				System.getProperty("java.class.path"), Application.class.getName(), "--logging.level.root=warn"));
		for (String property : databases()) {
			command.add("--" + property);
		}
		Arrays.stream(properties).map((property) -> "--" + property).forEach(command::add);
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	private ApplicationContextRunner runner() {
		return RegistryContexts.bare().withPropertyValues(databases());
	}

	private String[] databases() {
		return new String[] { "registry.database.url=" + this.primary.url(),
				"registry.database.username=" + this.primary.username(),
				"registry.database.password=" + this.primary.password(),
				"registry.extra.analytics.url=" + this.analytics.url(),
				"registry.extra.analytics.username=" + this.analytics.username(),
				"registry.extra.analytics.password=" + this.analytics.password() };
	}

}
