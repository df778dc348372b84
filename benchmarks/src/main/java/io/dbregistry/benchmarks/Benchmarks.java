package io.dbregistry.benchmarks;

import java.nio.file.Files;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs benchmarks and prints what they show. See the page of this module for the command.
 */
public final class Benchmarks {

	private static final List<Integer> TABLES = List.of(100, 1_000, 5_000);

	private static final List<Integer> MODELS = List.of(1_000);

	private static final List<Integer> SCHEMAS = List.of(100);

	private final Options options;

	private final Comparison comparison;

	private final Arenas arenas = new Arenas();

	private final Report report = new Report();

	private Benchmarks(Options options) {
		this.options = options;
		this.comparison = new Comparison(options.rounds(), options.warmUp());
	}

	/**
	 * Measures.
	 * @param arguments the names of benchmarks, and options
	 * @throws Exception if anything fails, or contenders did different work
	 */
	public static void main(String... arguments) throws Exception {
		Logger.getLogger("").setLevel(Level.WARNING); // Liquibase tells every step
		Report report = run(Options.parse(arguments));
		System.out.println(report.text());
	}

	static Report run(Options options) throws Exception {
		if (options.benchmarks().isEmpty()) {
			throw new IllegalArgumentException("No benchmark named; " + Options.USAGE);
		}
		Benchmarks benchmarks = new Benchmarks(options);
		for (String name : options.benchmarks()) {
			benchmarks.run(name);
		}
		if (options.json() != null) {
			Files.writeString(options.json(), benchmarks.report.json());
		}
		return benchmarks.report;
	}

	private void run(String name) throws Exception {
		switch (name) {
			case "registration" -> {
				for (int size : sizes(MODELS)) {
					compare(this.arenas.registration(size));
				}
			}
			case "creation" -> {
				try (Place h2 = new H2Place(); Place postgres = new PostgreSqlPlace(this.options.postgres())) {
					for (int size : sizes(MODELS)) {
						compare(this.arenas.creation(size, h2));
						compare(this.arenas.creation(size, postgres));
					}
				}
			}
			case "reflection" -> {
				try (Place postgres = new PostgreSqlPlace(this.options.postgres())) {
					for (int size : sizes(TABLES)) {
						compare(this.arenas.reflection(size, postgres));
					}
				}
			}
			case "migrations" -> {
				try (Place postgres = new PostgreSqlPlace(this.options.postgres())) {
					for (int size : sizes(SCHEMAS)) {
						migrate(size, postgres, 0, "");
						migrate(size, postgres, 1_000, ", 1 ms more for each statement");
					}
				}
			}
			default -> throw new IllegalArgumentException(
					"No benchmark named '%s' (known: 'reflection', 'registration', 'creation', 'migrations'); %s"
						.formatted(name, Options.USAGE));
		}
	}

	private void migrate(int size, Place place, long delayMicros, String where) throws Exception {
		try (Tenants tenants = new Tenants(place, size, delayMicros)) {
			for (Arena arena : this.arenas.migrations(tenants, size, place, where)) {
				compare(arena);
			}
		}
	}

	private List<Integer> sizes(List<Integer> usual) {
		return this.options.sizes().isEmpty() ? usual : this.options.sizes();
	}

	private void compare(Arena arena) throws Exception {
		this.report.add(arena, this.comparison.run(arena));
	}

}
