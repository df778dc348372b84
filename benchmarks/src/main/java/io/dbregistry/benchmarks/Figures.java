package io.dbregistry.benchmarks;

import java.util.List;
import java.util.function.ToLongFunction;

import io.dbregistry.benchmarks.Contender.Product;
import org.jspecify.annotations.Nullable;

/**
 * What one contender cost over all rounds.
 *
 * @param product the contender
 * @param first its very first run, cold, or {@code null} when that was in another place
 * @param samples one for each round
 * @param roundTrips the round trips of one run, or {@code null} without a network
 * @param heap the bytes of heap that stay, or {@code null} where they are not weighed
 */
record Figures(Product product, @Nullable Sample first, List<Sample> samples, @Nullable Long roundTrips,
		@Nullable Long heap) {

	/** The median over the rounds. */
	long median(ToLongFunction<Sample> figure) {
		return sorted(figure)[this.samples.size() / 2];
	}

	long least(ToLongFunction<Sample> figure) {
		return sorted(figure)[0];
	}

	long most(ToLongFunction<Sample> figure) {
		return sorted(figure)[this.samples.size() - 1];
	}

	private long[] sorted(ToLongFunction<Sample> figure) {
		return this.samples.stream().mapToLong(figure).sorted().toArray();
	}

}
