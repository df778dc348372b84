package io.dbregistry.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with a name, each as the end of a sentence, or {@code null} when
 * nothing is.
 */
final class NameFaults {

	private NameFaults() {
	}

	/** What no product can store. */
	static @Nullable String anywhere(String name) {
		if (name.isEmpty()) {
			return "it is empty; give one";
		}
		for (int i = 0; i < name.length(); i++) {
			char character = name.charAt(i);
			if (character == 0) {
				return "it contains a character with code 0; leave that out";
			}
			if (Character.isHighSurrogate(character) && i + 1 < name.length()
					&& Character.isLowSurrogate(name.charAt(i + 1))) {
				i++;
			}
			else if (Character.isSurrogate(character)) {
				return "it contains half of a surrogate pair, at index %d; leave that out".formatted(i);
			}
		}
		return null;
	}

	static @Nullable String longerThan(String name, int characters) {
		return (name.length() > characters)
				? "it has %d characters, and the limit is %d; shorten it".formatted(name.length(), characters) : null;
	}

	static @Nullable String longerInUtf8Than(String name, int bytes) {
		int length = name.codePoints().map(NameFaults::bytes).sum();
		return (length > bytes) ? "it has %d bytes in UTF-8, and the limit is %d; shorten it".formatted(length, bytes)
				: null;
	}

	private static int bytes(int codePoint) {
		if (codePoint < 0x80) {
			return 1;
		}
		if (codePoint < 0x800) {
			return 2;
		}
		return (codePoint < 0x10000) ? 3 : 4;
	}

	static @Nullable String beginsWith(String name, String reserved) {
		return name.regionMatches(true, 0, reserved, 0, reserved.length())
				? "names that begin with '%s' are the product's own; choose another one".formatted(reserved) : null;
	}

}
