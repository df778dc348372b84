package io.dbregistry.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.benchmarks.Contender.Product;
import org.jspecify.annotations.Nullable;

/**
 * Runs contenders against each other.
 * <ol>
 * <li>Each runs until it has used its share of CPU: a starved compiler would leave it
 * interpreted however long it ran by the clock. The very first run is what an
 * application's start has.</li>
 * <li>In each round each is measured once, the first one last in the next round, so that
 * what disturbs the machine disturbs all.</li>
 * <li>Each runs once more through a proxy that counts its round trips, and delays nothing
 * that is measured.</li>
 * </ol>
 */
final class Comparison {

	private final int rounds;

	private final Duration warmUp;

	/** CPU used by product; kept from one size to the next. */
	private final Map<Product, Duration> warm = new HashMap<>();

	/** The first run by product, and its size. */
	private final Map<Product, First> first = new HashMap<>();

	Comparison(int rounds, Duration warmUp) {
		this.rounds = rounds;
		this.warmUp = warmUp;
	}

	List<Figures> run(Arena arena) throws Exception {
		List<Contender> contenders = arena.contenders();
		for (Contender contender : contenders) {
			warmUp(contender, arena);
		}
		Map<Contender, List<Sample>> samples = new HashMap<>();
		for (int round = 0; round < this.rounds; round++) {
			for (int i = 0; i < contenders.size(); i++) {
				Contender contender = contenders.get((round + i) % contenders.size());
				contender.prepare();
				System.gc();
				samples.computeIfAbsent(contender, (any) -> new ArrayList<>()).add(run(contender, arena));
			}
		}
		List<Figures> figures = new ArrayList<>();
		for (Contender contender : contenders) {
			Long heap = arena.place() == null ? weigh(contender) : null;
			figures.add(new Figures(contender.product(), first(contender, arena),
					samples.getOrDefault(contender, List.of()), roundTrips(arena, contender), heap));
			contender.close();
		}
		return figures;
	}

	private void warmUp(Contender contender, Arena arena) throws Exception {
		Duration used = this.warm.getOrDefault(contender.product(), Duration.ZERO);
		while (used.compareTo(this.warmUp) < 0) {
			contender.prepare();
			used = used.plusNanos(run(contender, arena).cpu());
		}
		this.warm.put(contender.product(), used);
	}

	private Sample run(Contender contender, Arena arena) throws Exception {
		Sample sample = Sample.of(contender, arena.size());
		this.first.putIfAbsent(contender.product(), new First(arena, sample));
		return sample;
	}

	private @Nullable Sample first(Contender contender, Arena arena) {
		First known = this.first.get(contender.product());
		return (known != null && known.arena() == arena) ? known.sample() : null;
	}

	private static @Nullable Long roundTrips(Arena arena, Contender contender) throws Exception {
		Place place = arena.place();
		if (place == null) {
			return null;
		}
		place.countRoundTrips(true);
		contender.prepare();
		Long before = place.roundTrips();
		Sample.of(contender, arena.size());
		Long after = place.roundTrips();
		place.countRoundTrips(false);
		return (before != null && after != null) ? after - before : null;
	}

	/**
	 * The heap that the result of a run holds, without what its classes share: they have
	 * been used before.
	 */
	private static long weigh(Contender contender) throws Exception {
		contender.prepare();
		long without = heap();
		contender.run();
		long with = heap();
		return (contender.result() != null) ? with - without : 0;
	}

	private static long heap() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(50);
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/** What a product did first. */
	private record First(Arena arena, Sample sample) {

	}

}
