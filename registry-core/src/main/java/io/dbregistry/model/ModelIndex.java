package io.dbregistry.model;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which models refer to what and are kept where, so that a registration looks only at
 * those that it concerns. Changed at the end of each registration that succeeds; guarded
 * by the lock of the models.
 */
final class ModelIndex {

	private final Map<Object, Set<String>> referrers = new HashMap<>();

	private final Map<String, Set<String>> places = new HashMap<>();

	private final Map<String, Set<String>> sequences = new HashMap<>();

	/** The names of the models that refer to a name or class. */
	Set<String> referrers(Object target) {
		return this.referrers.getOrDefault(target, Set.of());
	}

	/** The names of the models whose table is in a place. */
	Set<String> inPlace(String place) {
		return this.places.getOrDefault(place, Set.of());
	}

	/** The names of the models that take keys from a sequence. */
	Set<String> withSequence(String sequence) {
		return this.sequences.getOrDefault(sequence, Set.of());
	}

	void add(ModelEntry entry) {
		String name = entry.model().name();
		Footprint footprint = entry.footprint();
		footprint.targets().forEach((target) -> add(this.referrers, target, name));
		add(this.places, footprint.place(), name);
		footprint.sequences().keySet().forEach((sequence) -> add(this.sequences, sequence, name));
	}

	void remove(ModelEntry entry) {
		String name = entry.model().name();
		Footprint footprint = entry.footprint();
		footprint.targets().forEach((target) -> remove(this.referrers, target, name));
		remove(this.places, footprint.place(), name);
		footprint.sequences().keySet().forEach((sequence) -> remove(this.sequences, sequence, name));
	}

	/** Most keys have one name, for which a set of that alone takes least memory. */
	private static <K> void add(Map<K, Set<String>> names, K key, String name) {
		names.merge(key, Set.of(name), (some, one) -> {
			Set<String> several = (some instanceof LinkedHashSet) ? some : new LinkedHashSet<>(some);
			several.addAll(one);
			return several;
		});
	}

	private static <K> void remove(Map<K, Set<String>> names, K key, String name) {
		names.computeIfPresent(key, (any, some) -> {
			if (some instanceof LinkedHashSet) {
				some.remove(name);
				return some.isEmpty() ? null : some;
			}
			return some.contains(name) ? null : some;
		});
	}

}
