package io.dbregistry.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An immutable map of which changed ones are made at little cost: what changed lately is
 * kept in a small map above a large one, until it is about as large as the root of that.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class Layers<K, V> {

	private static final int SMALL = 16;

	private final Map<K, V> base;

	private final Map<K, V> recent;

	Layers() {
		this(Map.of(), Map.of());
	}

	private Layers(Map<K, V> base, Map<K, V> recent) {
		this.base = base;
		this.recent = recent;
	}

	@Nullable V get(K key) {
		V value = this.recent.get(key);
		return (value != null) ? value : this.base.get(key);
	}

	/** The values in any order. */
	Collection<V> values() {
		return merge().values();
	}

	private Map<K, V> merge() {
		Map<K, V> all = new HashMap<>(this.base);
		all.putAll(this.recent);
		return all;
	}

	/**
	 * A map without some keys, and then with others.
	 */
	Layers<K, V> with(Collection<K> removed, Map<K, V> added) {
		long size = (long) this.recent.size() + added.size();
		if (removed.isEmpty() && size * size <= this.base.size() + SMALL) {
			Map<K, V> more = new HashMap<>(this.recent);
			more.putAll(added);
			return new Layers<>(this.base, more);
		}
		Map<K, V> all = merge();
		all.keySet().removeAll(removed);
		all.putAll(added);
		return new Layers<>(all, Map.of());
	}

}
