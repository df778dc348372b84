package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts an SQL expression into words, literals and operators.
 */
final class SqlTokens {

	private static final Set<String> LONG_OPERATORS = Set.of("<>", "!=", "<=", ">=", "||", "::", "->", "~~", "!~", "~*",
			"<@", "@>", "&&", "<<", ">>", "!~~", "~~*", "->>", "!~~*", "<=>", "#>", "#>>", "!~*");

	private static final String OPERATOR_CHARACTERS = "<>=!|:-~*+/%&^#@?";

	private final String text;

	private int position;

	private SqlTokens(String text) {
		this.text = text;
	}

	/**
	 * The tokens of an expression. Names are in lower case and without quotes, texts keep
	 * theirs.
	 * @throws IllegalArgumentException if a quote is not closed
	 */
	static List<Token> of(String text) {
		SqlTokens tokens = new SqlTokens(text);
		List<Token> result = new ArrayList<>();
		while (tokens.hasNext()) {
			result.add(tokens.next());
		}
		return result;
	}

	private boolean hasNext() {
		while (this.position < this.text.length() && Character.isWhitespace(this.text.charAt(this.position))) {
			this.position++;
		}
		return this.position < this.text.length();
	}

	private Token next() {
		char c = this.text.charAt(this.position);
		return switch (c) {
			case '\'' -> new Token(Kind.TEXT, "'" + quoted('\'').replace("'", "''") + "'");
			case '"', '`' -> new Token(Kind.NAME, quoted(c).toLowerCase(Locale.ROOT));
			case '(', ')', ',', '[', ']', '.' -> {
				this.position++;
				yield new Token(Kind.OPERATOR, String.valueOf(c));
			}
			default -> Character.isDigit(c) ? number() : Character.isLetter(c) || c == '_' ? word() : operator();
		};
	}

	private String quoted(char quote) {
		StringBuilder content = new StringBuilder();
		for (int i = this.position + 1; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c != quote) {
				content.append(c);
			}
			else if (i + 1 < this.text.length() && this.text.charAt(i + 1) == quote) {
				content.append(c);
				i++;
			}
			else {
				this.position = i + 1;
				return content.toString();
			}
		}
		throw new IllegalArgumentException("'%s' has a quote that is not closed; close it".formatted(this.text));
	}

	private Token number() {
		int start = this.position;
		while (this.position < this.text.length()
				&& (Character.isDigit(this.text.charAt(this.position)) || this.text.charAt(this.position) == '.')) {
			this.position++;
		}
		return new Token(Kind.NUMBER, this.text.substring(start, this.position));
	}

	/** A word; a mark of a character set in front of a text is left out. */
	private Token word() {
		int start = this.position;
		while (this.position < this.text.length() && isPart(this.text.charAt(this.position))) {
			this.position++;
		}
		String word = this.text.substring(start, this.position).toLowerCase(Locale.ROOT);
		boolean marks = word.equals("n") || word.startsWith("_utf8") || word.equals("_latin1");
		if (word.equals("e") && this.position < this.text.length() && this.text.charAt(this.position) == '\'') {
			return escaped();
		}
		if (marks && this.position < this.text.length() && this.text.charAt(this.position) == '\'') {
			return next();
		}
		return new Token(Kind.WORD, word);
	}

	/**
	 * A text in which a backslash stands before one; before anything else it is not read.
	 */
	private Token escaped() {
		Token token = next();
		String plain = token.text().replace("\\\\", "");
		if (plain.indexOf('\\') >= 0) {
			throw new IllegalArgumentException(
					"'%s' has an escape that is not read; write it out".formatted(this.text));
		}
		return new Token(Kind.TEXT, token.text().replace("\\\\", "\\"));
	}

	private static boolean isPart(char c) {
		return Character.isLetterOrDigit(c) || c == '_' || c == '$';
	}

	private Token operator() {
		for (int length = 4; length > 1; length--) {
			int end = this.position + length;
			if (end <= this.text.length() && LONG_OPERATORS.contains(this.text.substring(this.position, end))) {
				String operator = this.text.substring(this.position, end);
				this.position = end;
				return new Token(Kind.OPERATOR, operator);
			}
		}
		char c = this.text.charAt(this.position++);
		if (OPERATOR_CHARACTERS.indexOf(c) < 0) {
			throw new IllegalArgumentException(
					"'%s' has a '%s', which begins no part of an expression; remove it".formatted(this.text, c));
		}
		return new Token(Kind.OPERATOR, String.valueOf(c));
	}

	/** What a token is. */
	enum Kind {

		/** A word without quotes: a name or a key word. */
		WORD,
		/** A name in quotes, without them. */
		NAME, NUMBER, TEXT, OPERATOR

	}

	/**
	 * A token.
	 *
	 * @param kind what it is
	 * @param text its text
	 */
	record Token(Kind kind, String text) {

		boolean is(String word) {
			return (this.kind == Kind.WORD || this.kind == Kind.OPERATOR) && this.text.equals(word);
		}

	}

}
