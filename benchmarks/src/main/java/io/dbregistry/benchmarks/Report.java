package io.dbregistry.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured, for people and for programs. Ratios say more than figures: those
 * depend on the machine, these much less.
 */
final class Report {

	private static final double MEGA = 1_000_000;

	private static final String LINE = "%-22s %-14s %9s %8s %9s %9s %8s %9s %8s %9s %9s%n";

	private final List<Entry> entries = new ArrayList<>();

	/** Adds what one arena has shown. */
	void add(Arena arena, List<Figures> figures) {
		String product = (arena.place() != null) ? ", " + arena.place().product() : "";
		this.entries.add(new Entry(arena.work().formatted(arena.size()) + product, arena.size(), figures));
	}

	/** A table for people. */
	String text() {
		StringBuilder text = new StringBuilder();
		environment().forEach((name, value) -> text.append("%-10s %s%n".formatted(name, value)));
		for (Entry entry : this.entries) {
			text.append("%n%s%n".formatted(entry.work()));
			text.append(LINE.formatted("", "version", "CPU ms", "× ours", "process", "wall ms", "× ours", "MB", "trips",
					"cold ms", entry.isWeighed() ? "kB/model" : ""));
			for (Figures figures : entry.figures()) {
				text.append(line(entry, figures));
			}
		}
		return text.toString();
	}

	private static String line(Entry entry, Figures figures) {
		return LINE.formatted(figures.product().name(), figures.product().version(),
				number(figures.median(Sample::cpu) / MEGA), ratio(entry, figures, Sample::cpu),
				number(figures.median(Sample::process) / MEGA), number(figures.median(Sample::wall) / MEGA),
				ratio(entry, figures, Sample::wall), number(figures.median(Sample::bytes) / MEGA),
				(figures.roundTrips() != null) ? figures.roundTrips() : "",
				(figures.first() != null) ? number(figures.first().process() / MEGA) : "",
				(figures.heap() != null) ? number(figures.heap() / 1000.0 / entry.size()) : "");
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, (value < 10) ? "%.2f" : "%,.0f", value);
	}

	private static String ratio(Entry entry, Figures figures, ToLongFunction<Sample> figure) {
		Double ratio = entry.ratio(figures, figure);
		return (ratio != null) ? number(ratio) : "";
	}

	/** The same and more, for programs. */
	String json() {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("environment", environment());
		document.put("benchmarks", this.entries.stream().map(Report::json).toList());
		return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document);
	}

	private static Map<String, Object> json(Entry entry) {
		List<Map<String, Object>> contenders = new ArrayList<>();
		for (Figures figures : entry.figures()) {
			Map<String, Object> contender = new LinkedHashMap<>();
			contender.put("name", figures.product().name());
			contender.put("version", figures.product().version());
			put(contender, "cpuNanos", entry, figures, Sample::cpu);
			put(contender, "processCpuNanos", entry, figures, Sample::process);
			put(contender, "wallNanos", entry, figures, Sample::wall);
			put(contender, "allocatedBytes", entry, figures, Sample::bytes);
			contender.put("cold", figures.first());
			contender.put("roundTrips", figures.roundTrips());
			contender.put("heapBytes", figures.heap());
			contenders.add(contender);
		}
		return Map.of("work", entry.work(), "size", entry.size(), "contenders", contenders);
	}

	private static void put(Map<String, Object> contender, String name, Entry entry, Figures figures,
			ToLongFunction<Sample> figure) {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("median", figures.median(figure));
		values.put("least", figures.least(figure));
		values.put("most", figures.most(figure));
		values.put("timesOurs", entry.ratio(figures, figure));
		contender.put(name, values);
	}

	private static Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>();
		environment.put("date", LocalDate.now(ZoneOffset.UTC).toString());
		environment.put("java", Runtime.version() + " " + System.getProperty("java.vm.name"));
		environment.put("options", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
		environment.put("system", "%s %s, %d processors".formatted(System.getProperty("os.name"),
				System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors()));
		return environment;
	}

	/** One comparison. */
	private record Entry(String work, int size, List<Figures> figures) {

		boolean isWeighed() {
			return this.figures.stream().anyMatch((figure) -> figure.heap() != null);
		}

		/** How often ours fits in, or {@code null} when ours did not run. */
		@Nullable Double ratio(Figures other, ToLongFunction<Sample> figure) {
			return this.figures.stream()
				.filter((ours) -> ours.product().equals(Contender.Product.ours()))
				.map((ours) -> (double) other.median(figure) / Math.max(1, ours.median(figure)))
				.findFirst()
				.orElse(null);
		}

	}

}
