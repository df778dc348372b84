package io.dbregistry.query;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What was compiled before, up to a number of entries.
 * <p>
 * Finding never waits. When it is full, any entry makes room: one that is needed again is
 * compiled again. Safe for use by several threads.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class BoundedCache<K, V> {

	private final int capacity;

	private final ConcurrentMap<K, V> entries = new ConcurrentHashMap<>();

	BoundedCache(int capacity) {
		this.capacity = capacity;
	}

	@Nullable V find(K key) {
		return this.entries.get(key);
	}

	/**
	 * Keeps a value, unless another thread was faster.
	 * @return the value that is kept
	 */
	V keep(K key, V value) {
		Iterator<K> keys = this.entries.keySet().iterator();
		while (this.entries.size() >= this.capacity && keys.hasNext()) {
			this.entries.remove(keys.next());
		}
		V faster = this.entries.putIfAbsent(key, value);
		return (faster != null) ? faster : value;
	}

	/** Drops what will not be asked for again. */
	void removeIf(Predicate<? super K> old) {
		this.entries.keySet().removeIf(old);
	}

	int size() {
		return this.entries.size();
	}

}
