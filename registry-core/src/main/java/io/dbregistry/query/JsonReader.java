package io.dbregistry.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as maps, lists, texts, numbers, truth values and nothing.
 * <p>
 * A whole number becomes the first of {@link Integer}, {@link Long} and
 * {@link BigInteger} that can hold it, any other a {@link Double}, or a
 * {@link BigDecimal} when that would change it.
 */
final class JsonReader {

	private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);

	private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

	private final String json;

	private int position;

	private JsonReader(String json) {
		this.json = json;
	}

	/**
	 * Reads a value.
	 * @throws IllegalArgumentException if the text is no JSON
	 */
	static @Nullable Object read(String json) {
		JsonReader reader = new JsonReader(json);
		Object value = reader.value();
		if (reader.next() != '\0') {
			throw reader.unexpected();
		}
		return value;
	}

	private @Nullable Object value() {
		return switch (next()) {
			case '{' -> object();
			case '[' -> array();
			case '"' -> string();
			case 't' -> literal("true", true);
			case 'f' -> literal("false", false);
			case 'n' -> literal("null", null);
			default -> number();
		};
	}

	private Map<String, @Nullable Object> object() {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		this.position++;
		if (!skip('}')) {
			do {
				if (next() != '"') {
					throw unexpected();
				}
				String name = string();
				require(':');
				object.put(name, value());
			}
			while (skip(','));
			require('}');
		}
		return object;
	}

	private List<@Nullable Object> array() {
		List<@Nullable Object> array = new ArrayList<>();
		this.position++;
		if (!skip(']')) {
			do {
				array.add(value());
			}
			while (skip(','));
			require(']');
		}
		return array;
	}

	private String string() {
		StringBuilder text = new StringBuilder();
		this.position++;
		while (peek() != '"') {
			char character = take();
			text.append((character == '\\') ? escaped() : character);
		}
		this.position++;
		return text.toString();
	}

	private char escaped() {
		char character = take();
		return switch (character) {
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case 'u' -> (char) Integer.parseInt(take(4), 16);
			default -> character;
		};
	}

	private @Nullable Object literal(String word, @Nullable Object value) {
		if (!this.json.startsWith(word, this.position)) {
			throw unexpected();
		}
		this.position += word.length();
		return value;
	}

	private Number number() {
		int start = this.position;
		while ("+-.0123456789eE".indexOf(peek()) >= 0) {
			this.position++;
		}
		if (start == this.position) {
			throw unexpected();
		}
		String text = this.json.substring(start, this.position);
		BigDecimal exact = new BigDecimal(text);
		if (text.chars().allMatch((character) -> character == '-' || Character.isDigit(character))) {
			return whole(exact.toBigIntegerExact());
		}
		double rounded = exact.doubleValue();
		boolean same = Double.isFinite(rounded) && BigDecimal.valueOf(rounded).compareTo(exact) == 0;
		return same ? (Number) rounded : exact;
	}

	private static Number whole(BigInteger exact) {
		if (exact.compareTo(MIN_LONG) < 0 || exact.compareTo(MAX_LONG) > 0) {
			return exact;
		}
		long value = exact.longValue();
		return (value == (int) value) ? (Number) (int) value : (Number) value;
	}

	/** The next character behind white space, or 0 at the end; it stays the next. */
	private char next() {
		while (" \t\r\n".indexOf(peek()) >= 0) {
			this.position++;
		}
		return peek();
	}

	private char peek() {
		return (this.position < this.json.length()) ? this.json.charAt(this.position) : '\0';
	}

	private char take() {
		return take(1).charAt(0);
	}

	private String take(int length) {
		if (this.position + length > this.json.length()) {
			throw unexpected();
		}
		this.position += length;
		return this.json.substring(this.position - length, this.position);
	}

	private boolean skip(char character) {
		boolean found = next() == character;
		this.position += found ? 1 : 0;
		return found;
	}

	private void require(char character) {
		if (!skip(character)) {
			throw unexpected();
		}
	}

	private IllegalArgumentException unexpected() {
		return new IllegalArgumentException("No JSON: the character at position %d of %d is not expected"
			.formatted(this.position, this.json.length()));
	}

}
