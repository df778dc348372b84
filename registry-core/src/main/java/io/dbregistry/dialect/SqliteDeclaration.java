package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What only the declaration of a table of SQLite tells: the names of its constraints, the
 * conditions of its checks, and whether its key counts up. Not safe for use by several
 * threads.
 */
final class SqliteDeclaration {

	/** Comments, quoted texts and names, words, and single characters. */
	private static final Pattern TOKEN = Pattern.compile(
			"--[^\\n]*+|/\\*.*?(?:\\*/|$)|'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|`(?:[^`]++|``)*+`|\\[[^\\]]*+\\]"
					+ "|[\\p{L}\\p{N}\\p{So}_$]++|\\S",
			Pattern.DOTALL);

	private final String sql;

	private final List<Token> tokens = new ArrayList<>();

	private int position;

	/** The name that a constraint has just been given. */
	private @Nullable String pending;

	private @Nullable String keyName;

	private boolean counted;

	private final List<Constraint> uniques = new ArrayList<>();

	private final List<Constraint> checks = new ArrayList<>();

	private final List<@Nullable String> foreignKeys = new ArrayList<>();

	private SqliteDeclaration(String sql) {
		this.sql = sql;
		Matcher matcher = TOKEN.matcher(sql);
		while (matcher.find()) {
			String text = matcher.group();
			if (!text.startsWith("--") && !text.startsWith("/*")) {
				this.tokens.add(new Token(text, matcher.start(), matcher.end()));
			}
		}
	}

	/**
	 * Reads a declaration.
	 * @param sql a {@code create table} as it is kept by the database
	 */
	static SqliteDeclaration of(String sql) {
		SqliteDeclaration declaration = new SqliteDeclaration(sql);
		declaration.read();
		return declaration;
	}

	/** The name of the primary key, or {@code null}. */
	@Nullable String keyName() {
		return this.keyName;
	}

	/** Whether the key counts up and is never used twice. */
	boolean isCounted() {
		return this.counted;
	}

	/** The unique constraints in their order, with their columns. */
	List<Constraint> uniques() {
		return this.uniques;
	}

	/** The checks in their order, with their conditions. */
	List<Constraint> checks() {
		return this.checks;
	}

	/** The names of the foreign keys in their order, {@code null} for those without. */
	List<@Nullable String> foreignKeys() {
		return this.foreignKeys;
	}

	private void read() {
		while (hasNext() && !peek().text().equals("(")) {
			this.position++;
		}
		this.position++;
		while (hasNext() && !peek().text().equals(")")) {
			readPart();
		}
	}

	/** A column or a constraint of the table, up to the next comma. */
	private void readPart() {
		String column = isConstraint(peek().word()) ? null : next().name();
		this.pending = null;
		while (hasNext() && !peek().text().equals(")")) {
			Token token = next();
			if (token.text().equals(",")) {
				return;
			}
			readToken(token, column);
		}
	}

	private static boolean isConstraint(String word) {
		return List.of("constraint", "primary", "unique", "check", "foreign").contains(word);
	}

	private void readToken(Token token, @Nullable String column) {
		switch (token.word()) {
			case "constraint" -> this.pending = next().name();
			case "primary" -> this.keyName = takePending();
			case "autoincrement" -> this.counted = true;
			case "unique" ->
				this.uniques.add(new Constraint(takePending(), (column != null) ? List.of(column) : names(group())));
			case "check" -> {
				List<Token> group = group();
				this.checks.add(new Constraint(takePending(), List.of(text(group))));
			}
			case "references" -> this.foreignKeys.add(takePending());
			case "(" -> {
				this.position--;
				group();
			}
			default -> {
			}
		}
	}

	private @Nullable String takePending() {
		String name = this.pending;
		this.pending = null;
		return name;
	}

	/** What stands in parentheses, which follow. */
	private List<Token> group() {
		int start = this.position + 1;
		int depth = 0;
		while (hasNext()) {
			String text = next().text();
			depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
			if (depth == 0) {
				break;
			}
		}
		return this.tokens.subList(start, Math.max(start, this.position - 1));
	}

	private String text(List<Token> group) {
		return group.isEmpty() ? "" : this.sql.substring(group.get(0).start(), group.get(group.size() - 1).end());
	}

	/** The first name between two commas; a collation or direction may follow it. */
	private static List<String> names(List<Token> group) {
		List<String> names = new ArrayList<>();
		boolean first = true;
		for (Token token : group) {
			if (first) {
				names.add(token.name());
			}
			first = token.text().equals(",");
		}
		return names;
	}

	private boolean hasNext() {
		return this.position < this.tokens.size();
	}

	private Token peek() {
		return this.tokens.get(this.position);
	}

	private Token next() {
		return this.tokens.get(this.position++);
	}

	/**
	 * A constraint as it was declared.
	 *
	 * @param name its name, or {@code null}
	 * @param parts its columns, or its condition
	 */
	record Constraint(@Nullable String name, List<String> parts) {
	}

	private record Token(String text, int start, int end) {

		/** What it says as a word of the language; nothing when it is quoted. */
		String word() {
			return this.text.toLowerCase(Locale.ROOT);
		}

		String name() {
			char quote = this.text.charAt(0);
			if (this.text.length() < 2 || "\"'`[".indexOf(quote) < 0) {
				return this.text;
			}
			String content = this.text.substring(1, this.text.length() - 1);
			return (quote == '[') ? content : content.replace("" + quote + quote, "" + quote);
		}

	}

}
