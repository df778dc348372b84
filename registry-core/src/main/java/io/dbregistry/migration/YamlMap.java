package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A map that was read from YAML. Each key is taken once; what is left at the end is
 * refused, and every failure says where it was.
 */
final class YamlMap {

	private final String place;

	private final Map<String, Object> values;

	private YamlMap(String place, Map<String, Object> values) {
		this.place = place;
		this.values = values;
	}

	/**
	 * The map that is a whole document.
	 * @throws IllegalArgumentException if it is something else
	 */
	static YamlMap of(@Nullable Object document) {
		return of("the file", document);
	}

	private static YamlMap of(String place, @Nullable Object value) {
		if (!(value instanceof Map<?, ?> map)) {
			throw new IllegalArgumentException("%s is no map".formatted(place));
		}
		Map<String, Object> values = new LinkedHashMap<>();
		map.forEach((key, entry) -> {
			if (entry == null) {
				throw new IllegalArgumentException("%s has '%s' without a value".formatted(place, key));
			}
			values.put(String.valueOf(key), entry);
		});
		return new YamlMap(place, values);
	}

	String text(String key) {
		String text = find(key);
		if (text == null) {
			throw missing(key);
		}
		return text;
	}

	@Nullable String find(String key) {
		Object value = this.values.remove(key);
		if (value instanceof Map || value instanceof List) {
			throw new IllegalArgumentException("%s has '%s', which is no plain value".formatted(this.place, key));
		}
		return (value != null) ? value.toString() : null;
	}

	/** The keys that were not taken yet. */
	List<String> keys() {
		return List.copyOf(this.values.keySet());
	}

	YamlMap map(String key) {
		return of("'%s' in %s".formatted(key, this.place), this.values.remove(key));
	}

	@Nullable YamlMap findMap(String key) {
		return this.values.containsKey(key) ? map(key) : null;
	}

	List<YamlMap> maps(String key) {
		List<YamlMap> maps = new ArrayList<>();
		list(key).forEach((value) -> maps.add(of("an entry of '" + key + "'", value)));
		return maps;
	}

	List<String> texts(String key) {
		List<String> texts = findTexts(key);
		if (texts.isEmpty()) {
			throw missing(key);
		}
		return texts;
	}

	List<String> findTexts(String key) {
		return this.values.containsKey(key) ? list(key).stream().map(String::valueOf).<String>toList() : List.of();
	}

	private List<?> list(String key) {
		Object value = this.values.remove(key);
		if (value instanceof List<?> list) {
			return list;
		}
		throw (value == null) ? missing(key)
				: new IllegalArgumentException("%s has '%s', which is no list".formatted(this.place, key));
	}

	/** Makes sure that everything was taken. */
	void finish() {
		if (!this.values.isEmpty()) {
			throw new IllegalArgumentException(
					"%s has '%s', which is not known".formatted(this.place, this.values.keySet().iterator().next()));
		}
	}

	private IllegalArgumentException missing(String key) {
		return new IllegalArgumentException("%s has no '%s'".formatted(this.place, key));
	}

}
