package io.dbregistry.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Each contender does its work once, on a few tables. Nothing is measured here. */
class BenchmarksTests {

	@TempDir
	Path directory;

	@Test
	void everyContenderDoesTheWorkOfItsBenchmark() throws Exception {
		Path json = this.directory.resolve("report.json");
		Report report = Benchmarks.run(once("registration", "creation", "reflection", "migrations", "--json=" + json));

		assertThat(report.text()).contains("register 8 models", "create 8 tables, H2", "create 8 tables, PostgreSQL",
				"reflect and diff 8 tables, PostgreSQL", "apply 1 change set to 8 schemas", "compare 8 schemas",
				"DB Registry", "Hibernate ORM", "Liquibase");
		assertThat(report.text().contains("jOOQ")).isEqualTo(Runtime.version().feature() >= 21);
		JsonNode creation = read(json).path("benchmarks").get(2).path("contenders");
		assertThat(creation.get(0).path("roundTrips").asInt()).isPositive();
		assertThat(creation.get(1).path("cpuNanos").path("timesOurs").asDouble()).isPositive();
	}

	private JsonNode read(Path json) throws IOException {
		return JsonMapper.builder().build().readTree(Files.readString(json));
	}

	@Test
	void differentWorkIsNotCompared() {
		Contender idle = new Contender() {

			@Override
			public Product product() {
				return new Product("Idle", "1");
			}

			@Override
			public long run() {
				return 7;
			}

		};
		assertThatIllegalStateException().isThrownBy(() -> Sample.of(idle, 8))
			.withMessage("'Idle' did 7 of 8; the figures would compare different work");
	}

	@Test
	void unknownNamesAndServersAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Benchmarks.run(once()))
			.withMessageStartingWith("No benchmark named; ");
		assertThatIllegalArgumentException().isThrownBy(() -> Benchmarks.run(once("reflecton")))
			.withMessageStartingWith("No benchmark named 'reflecton' (known: 'reflection', ");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Benchmarks.run(Options.parse("reflection", "--postgres=jdbc:h2:mem:x")))
			.withMessageStartingWith("'jdbc:h2:mem:x' is no URL of PostgreSQL");
	}

	private static Options once(String... more) {
		String[] arguments = new String[more.length + 4];
		System.arraycopy(more, 0, arguments, 4, more.length);
		arguments[0] = "--sizes=8";
		arguments[1] = "--rounds=1";
		arguments[2] = "--warm-up=0";
		String server = System.getenv("REGISTRY_TEST_POSTGRES_URL");
		arguments[3] = (server != null) ? "--postgres=" + server : "--rounds=1";
		return Options.parse(arguments);
	}

}
