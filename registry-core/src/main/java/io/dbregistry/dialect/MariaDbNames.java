package io.dbregistry.dialect;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What MariaDB takes for a name: at most 64 characters of the basic multilingual plane,
 * no white space at the end. Schemas and tables are files too, whose names spell out most
 * characters in five bytes, and no file system takes more than 255.
 */
final class MariaDbNames {

	private static final String WHITE_SPACE = " \t\n\u000b\f\r";

	private static final int CHARACTERS = 64;

	private static final int FILE_NAME = 255;

	private static final int SPELT_OUT = 5;

	private static final int SHORT = 3;

	/** First and last letters of the blocks of letters that take three bytes. */
	private static final int[][] SHORT_LETTERS = { { 0xc0, 0x12f }, { 0x131, 0x1be }, { 0x250, 0x2af },
			{ 0x3a3, 0x3ce }, { 0x400, 0x481 }, { 0x48a, 0x4ce }, { 0x531, 0x555 }, { 0x561, 0x585 },
			{ 0x1e00, 0x1e9b }, { 0x1ea0, 0x1ef9 }, { 0xff21, 0xff3a }, { 0xff41, 0xff5a } };

	private MariaDbNames() {
	}

	static @Nullable String fault(String name) {
		if (name.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
			return "it contains a character beyond U+FFFF; leave that out";
		}
		if (WHITE_SPACE.indexOf(name.charAt(name.length() - 1)) >= 0) {
			return "it ends with white space; leave that out";
		}
		return NameFaults.longerThan(name, CHARACTERS);
	}

	/**
	 * What is wrong with a name that a file has too.
	 * @param ending what the name of the file ends with
	 */
	static @Nullable String faultOfFile(String name, String ending) {
		int length = name.chars().map(MariaDbNames::bytes).sum() + ending.length();
		if (length > FILE_NAME) {
			return "the name of its file would have %d bytes, and the limit is %d; shorten it".formatted(length,
					FILE_NAME);
		}
		return NameFaults.beginsWith(name, "#mysql50#");
	}

	private static int bytes(int character) {
		if (character < 0x80 && (Character.isLetterOrDigit(character) || character == '_')) {
			return 1;
		}
		return isShort(character) ? SHORT : SPELT_OUT;
	}

	private static boolean isShort(int character) {
		return Character.isLetter(character)
				&& Arrays.stream(SHORT_LETTERS).anyMatch((block) -> block[0] <= character && character <= block[1]);
	}

}
