package io.dbregistry.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is measured, and how.
 *
 * @param benchmarks the names of the benchmarks
 * @param sizes the numbers of tables, models or schemas; empty for those of each
 * benchmark
 * @param rounds how often each contender is measured
 * @param warmUp the CPU time that each contender uses before it is measured
 * @param postgres the JDBC URL of a server, with its user, or {@code null} for an
 * embedded one
 * @param json where the report goes too, or {@code null}
 */
record Options(List<String> benchmarks, List<Integer> sizes, int rounds, Duration warmUp, @Nullable String postgres,
		@Nullable Path json) {

	static final String USAGE = "reflection|registration|creation|migrations... [--sizes=100,1000] [--rounds=5] "
			+ "[--warm-up=20] [--postgres=jdbc:postgresql://HOST/postgres?user=USER&password=PASSWORD] [--json=FILE]";

	static Options parse(String... arguments) {
		List<String> benchmarks = new ArrayList<>();
		Options options = new Options(benchmarks, List.of(), 5, Duration.ofSeconds(20), null, null);
		for (String argument : arguments) {
			String value = argument.substring(argument.indexOf('=') + 1);
			switch (argument.split("=", 2)[0]) {
				case "--sizes" -> options = options.withSizes(value);
				case "--rounds" -> options = options.withRounds(Integer.parseInt(value));
				case "--warm-up" -> options = options.withWarmUp(Duration.ofSeconds(Long.parseLong(value)));
				case "--postgres" -> options = options.withPostgres(value);
				case "--json" -> options = options.withJson(Path.of(value));
				default -> benchmarks.add(argument);
			}
		}
		return options;
	}

	private Options withSizes(String value) {
		return new Options(this.benchmarks, Arrays.stream(value.split(",")).map(Integer::valueOf).toList(), this.rounds,
				this.warmUp, this.postgres, this.json);
	}

	private Options withRounds(int value) {
		return new Options(this.benchmarks, this.sizes, value, this.warmUp, this.postgres, this.json);
	}

	private Options withWarmUp(Duration value) {
		return new Options(this.benchmarks, this.sizes, this.rounds, value, this.postgres, this.json);
	}

	private Options withPostgres(String value) {
		return new Options(this.benchmarks, this.sizes, this.rounds, this.warmUp, value, this.json);
	}

	private Options withJson(Path value) {
		return new Options(this.benchmarks, this.sizes, this.rounds, this.warmUp, this.postgres, value);
	}

}
