package io.dbregistry.schema;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Names that nobody should give to anything. */
final class HostileNames {

	/** What ends a name, a text or a statement somewhere, or gets lost. */
	private static final List<String> PIECES = List.of("\"", "\"\"", "'", "`", "``", "\u00b4", "[", "]", "]]", ";",
			"; drop table x; --", "--", "-- ", "/*", "*/", "#", "\\", "\\\\", "\\'", "\\\"", "\\u0041", "$", "$$", "$1",
			"?", "??", ":", ":name", "{", "}", "{fn now()}", "{d '2000-01-01'}", "%", "_", "%s", ".", "..", "/", "@",
			"&", "&quot;", " ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u2028", "\u200b", "\u0001", "\u0008", "\u001a",
			"\u001b", "\u007f", "\u0085", "\u00e9", "e\u0301", "\u0301", "\u00df", "\u0130", "\u0131", "\u03a3\u03c2",
			"\u540d\u524d", "\ud83d\ude00", "\ud800\udc00", "\udbff\udfff", "\u202e", "\ufeff", "\ufffd", "\uffff", "A",
			"a", "Z", "0", "aB", "id0", "U&\"", "N'", "E'", "x'", "null", "sqlite_", "pg_", "#mysql50#", "#sql");

	private static final List<String> RESERVED = List.of("select", "from", "table", "order", "user", "group", "key",
			"index", "primary", "constraint", "default", "check", "references", "values", "null", "true",
			"current_user", "SELECT", "Order", "USER", "rowid", "_rowid_", "dual", "row", "system_user", "value");

	/** What no product can store. */
	private static final List<String> IMPOSSIBLE = List.of("\u0000", "\ud83d", "\ude00", "\ude00\ud83d");

	private HostileNames() {
	}

	/**
	 * Names of one kind of thing.
	 * @param kind a letter that the names of other kinds do not have in its place
	 */
	static Arbitrary<String> of(String kind) {
		Arbitrary<String> texts = Arbitraries.frequencyOf(Tuple.of(12, pieces(1, 6)), Tuple.of(2, pieces(20, 90)),
				Tuple.of(2, around(64)), Tuple.of(1, around(256)), Tuple.of(1, Arbitraries.strings().ofMaxLength(40)));
		Arbitrary<String> impossible = Arbitraries.of(IMPOSSIBLE).flatMap((piece) -> pieces(0, 3).map(piece::concat));
		return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.of(RESERVED)),
				Tuple.of(16, texts.map((text) -> marked(text, kind))),
				Tuple.of(1, impossible.map((text) -> marked(text, kind))));
	}

	private static Arbitrary<String> pieces(int least, int most) {
		return Arbitraries.of(PIECES).list().ofMinSize(least).ofMaxSize(most).map((list) -> String.join("", list));
	}

	/** Texts of nearly a number of bytes or characters. */
	private static Arbitrary<String> around(int length) {
		return Arbitraries.of("x", "\"", "\u00e9", "\u540d", "$", "\u00b5", "\ud83d\ude00", "`a")
			.flatMap((piece) -> Arbitraries.integers()
				.between(length - 4, length + 4)
				.flatMap((count) -> Arbitraries.of(1, 2, 3, 4, 5)
					.map((bytes) -> piece.repeat(count / bytes / piece.length() + 1))));
	}

	private static String marked(String text, String mark) {
		int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
		return text.substring(0, middle) + mark + text.substring(middle);
	}

}
