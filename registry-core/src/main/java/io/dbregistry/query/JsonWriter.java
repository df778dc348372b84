package io.dbregistry.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, texts, numbers, truth values and nothing as JSON.
 */
final class JsonWriter {

	private final StringBuilder json = new StringBuilder();

	private JsonWriter() {
	}

	/**
	 * Writes a value.
	 * @throws IllegalArgumentException if JSON has no such value
	 */
	static String write(Object value) {
		JsonWriter writer = new JsonWriter();
		writer.value(value);
		return writer.json.toString();
	}

	private void value(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			object(map);
		}
		else if (value instanceof List<?> list) {
			array(list);
		}
		else if (value instanceof String text) {
			string(text);
		}
		else if (value == null || value instanceof Boolean || isNumber(value)) {
			this.json.append(value);
		}
		else {
			throw new IllegalArgumentException(
					"'%s' of type '%s' has no place in JSON; use a map, list, text, number, truth value or null"
						.formatted(value, value.getClass().getName()));
		}
	}

	private static boolean isNumber(Object value) {
		return value instanceof Number number && Double.isFinite(number.doubleValue()) || value instanceof BigDecimal
				|| value instanceof BigInteger;
	}

	private void object(Map<?, ?> map) {
		String separator = "{";
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			if (!(entry.getKey() instanceof String name)) {
				throw new IllegalArgumentException(
						"'%s' cannot be a name in JSON; use texts".formatted(entry.getKey()));
			}
			this.json.append(separator);
			string(name);
			this.json.append(':');
			value(entry.getValue());
			separator = ",";
		}
		this.json.append(map.isEmpty() ? "{}" : "}");
	}

	private void array(List<?> list) {
		String separator = "[";
		for (Object element : list) {
			this.json.append(separator);
			value(element);
			separator = ",";
		}
		this.json.append(list.isEmpty() ? "[]" : "]");
	}

	private void string(String text) {
		this.json.append('"');
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '"' || character == '\\') {
				this.json.append('\\').append(character);
			}
			else if (character < ' ') {
				this.json.append("\\u%04x".formatted((int) character));
			}
			else {
				this.json.append(character);
			}
		}
		this.json.append('"');
	}

}
