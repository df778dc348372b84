package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.dbregistry.dialect.SqlTokens.Kind;
import io.dbregistry.dialect.SqlTokens.Token;

/**
 * Reads an SQL expression so that it can be told whether another one means the same: a
 * server stores its own reading of a condition and not the text that was declared.
 * <ol>
 * <li>The text is cut into tokens and parsed by precedence; parentheses, casts, letter
 * case and quotes of names vanish.</li>
 * <li>{@link SqlNode} brings what is left into one of several forms that mean the
 * same.</li>
 * <li>What is no such expression is compared token by token, without parentheses.</li>
 * </ol>
 */
final class SqlExpression {

	private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=", "<=>", "~", "~*", "!~",
			"!~*", "~~", "!~~", "~~*", "!~~*", "like", "ilike", "regexp", "rlike");

	private static final Set<String> SUMS = Set.of("+", "-");

	private static final Set<String> PRODUCTS = Set.of("*", "/", "%", "mod", "div");

	private static final Set<String> OTHERS = Set.of("||", "->", "->>", "#>", "#>>", "&&", "<@", "@>", "&", "|", "<<",
			">>", "#");

	private static final Set<String> STOPS = Set.of("and", "or", "not", "is", "in", "between", "like", "ilike", "case",
			"when", "then", "else", "end", "from", "for", "escape", "collate", "select", "any", "all", "some");

	private static final Set<String> NUMBERS = Set.of("integer", "bigint", "smallint", "numeric", "double", "real");

	private static final Set<String> TYPED = Set.of("date", "time", "timestamp", "interval");

	private final List<Token> tokens;

	private int position;

	private SqlExpression(List<Token> tokens) {
		this.tokens = tokens;
	}

	/** Whether two expressions are known to mean the same. */
	static boolean same(String one, String other) {
		return one.equals(other) || canonical(one).equals(canonical(other));
	}

	/** One text for all expressions that are known to mean the same. */
	static String canonical(String text) {
		List<Token> tokens;
		try {
			tokens = SqlTokens.of(text);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
		try {
			SqlExpression expression = new SqlExpression(tokens);
			SqlNode node = expression.disjunction();
			expression.require(expression.position == tokens.size());
			return node.canonical();
		}
		catch (UnreadableException ex) {
			return String.join(" ",
					tokens.stream().filter((token) -> !token.is("(") && !token.is(")")).map(Token::text).toList());
		}
	}

	private SqlNode disjunction() {
		SqlNode left = conjunction();
		while (accept("or")) {
			left = SqlNode.of("or", left, conjunction());
		}
		return left;
	}

	private SqlNode conjunction() {
		SqlNode left = negation();
		while (accept("and")) {
			left = SqlNode.of("and", left, negation());
		}
		return left;
	}

	private SqlNode negation() {
		return accept("not") ? negation().negate() : comparison();
	}

	private SqlNode comparison() {
		SqlNode left = other();
		while (true) {
			if (accept("is")) {
				boolean not = accept("not");
				SqlNode test = SqlNode.of("is", left, other());
				left = not ? test.negate() : test;
			}
			else if (peek("not") || peek("in") || peek("between") || peek("like")) {
				boolean not = accept("not");
				SqlNode test = membership(left);
				left = not ? test.negate() : test;
			}
			else if (this.position < this.tokens.size() && isOperator(COMPARISONS)) {
				left = comparison(next().text(), left);
			}
			else {
				return left;
			}
		}
	}

	private SqlNode membership(SqlNode left) {
		if (accept("in")) {
			return SqlNode.in(left, parenthesised());
		}
		if (accept("between")) {
			SqlNode low = other();
			expect("and");
			SqlNode high = other();
			return SqlNode.of("and", SqlNode.of(">=", left, low), SqlNode.of("<=", left, high));
		}
		require(isOperator(COMPARISONS));
		return comparison(next().text(), left);
	}

	private SqlNode comparison(String operator, SqlNode left) {
		if (peek("any") || peek("all") || peek("some")) {
			boolean all = next().is("all");
			List<SqlNode> list = parenthesised();
			boolean in = operator.equals("=") && !all;
			boolean notIn = operator.equals("<>") && all;
			require(list.size() == 1 && list.get(0).is("array") && (in || notIn));
			SqlNode node = SqlNode.in(left, list.get(0).parts());
			return in ? node : node.negate();
		}
		SqlNode right = other();
		if (accept("escape")) {
			return SqlNode.of(operator + " escape " + primary().canonical(), left, right);
		}
		return SqlNode.of(operator, left, right);
	}

	private SqlNode other() {
		SqlNode left = sum();
		while (isOperator(OTHERS)) {
			left = SqlNode.of(next().text(), left, sum());
		}
		return left;
	}

	private SqlNode sum() {
		SqlNode left = product();
		while (isOperator(SUMS)) {
			left = SqlNode.of(next().text(), left, product());
		}
		return left;
	}

	private SqlNode product() {
		SqlNode left = power();
		while (isOperator(PRODUCTS)) {
			left = SqlNode.of(next().text(), left, power());
		}
		return left;
	}

	private SqlNode power() {
		SqlNode left = sign();
		while (accept("^")) {
			left = SqlNode.of("^", left, sign());
		}
		return left;
	}

	private SqlNode sign() {
		if (accept("-")) {
			SqlNode value = sign();
			return value.isNumber() ? SqlNode.leaf("-" + value.operator()) : SqlNode.of("-", value);
		}
		return accept("+") ? sign() : cast();
	}

	private SqlNode cast() {
		SqlNode value = primary();
		while (true) {
			if (accept("::")) {
				value = value.as(type());
			}
			else if (accept("collate")) {
				next();
			}
			else {
				return value;
			}
		}
	}

	/** Passes over the name of a type. */
	private String type() {
		String first = next().text();
		while (this.position < this.tokens.size() && this.tokens.get(this.position).kind() == Kind.WORD
				&& !STOPS.contains(this.tokens.get(this.position).text())) {
			next();
		}
		if (accept("(")) {
			while (!accept(")")) {
				next();
			}
			while (accept("with") || accept("without")) {
				expect("time");
				expect("zone");
			}
		}
		while (accept("[")) {
			expect("]");
		}
		return NUMBERS.contains(first) ? "number" : first;
	}

	private SqlNode primary() {
		Token token = next();
		if (token.is("(")) {
			SqlNode inner = disjunction();
			expect(")");
			return inner;
		}
		return switch (token.kind()) {
			case NUMBER, TEXT -> SqlNode.leaf(token.text());
			case NAME -> name(token.text());
			case WORD -> word(token.text());
			case OPERATOR -> throw new UnreadableException();
		};
	}

	private SqlNode word(String word) {
		require(!STOPS.contains(word));
		if (word.equals("cast") && accept("(")) {
			SqlNode value = disjunction();
			expect("as");
			String type = type();
			while (!accept(")")) {
				next();
			}
			return value.as(type);
		}
		if (word.equals("array") && accept("[")) {
			return SqlNode.of("array", list("]"));
		}
		if (TYPED.contains(word) && this.position < this.tokens.size()
				&& this.tokens.get(this.position).kind() == Kind.TEXT) {
			return SqlNode.leaf(next().text());
		}
		return name(word);
	}

	private SqlNode name(String first) {
		String name = first;
		while (accept(".")) {
			name = name + "." + next().text();
		}
		return peek("(") ? SqlNode.call(name, parenthesised()) : SqlNode.leaf(name);
	}

	private List<SqlNode> parenthesised() {
		expect("(");
		return list(")");
	}

	private List<SqlNode> list(String end) {
		List<SqlNode> nodes = new ArrayList<>();
		if (!accept(end)) {
			do {
				nodes.add(disjunction());
			}
			while (accept(","));
			expect(end);
		}
		return nodes;
	}

	private boolean isOperator(Set<String> operators) {
		return this.position < this.tokens.size() && this.tokens.get(this.position).kind() != Kind.NAME
				&& this.tokens.get(this.position).kind() != Kind.TEXT
				&& operators.contains(this.tokens.get(this.position).text());
	}

	private boolean peek(String text) {
		return this.position < this.tokens.size() && this.tokens.get(this.position).is(text);
	}

	private boolean accept(String text) {
		boolean found = peek(text);
		this.position += found ? 1 : 0;
		return found;
	}

	private void expect(String text) {
		require(accept(text));
	}

	private Token next() {
		require(this.position < this.tokens.size());
		return this.tokens.get(this.position++);
	}

	private void require(boolean readable) {
		if (!readable) {
			throw new UnreadableException();
		}
	}

	/** The tokens are no expression that this class knows. */
	private static final class UnreadableException extends RuntimeException {

		UnreadableException() {
			super(null, null, false, false);
		}

	}

}
