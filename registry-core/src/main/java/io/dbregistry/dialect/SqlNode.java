package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of an SQL expression, in one of the forms that mean the same.
 *
 * @param operator the operator or function, or the text of a leaf
 * @param parts its operands, none for a leaf
 */
record SqlNode(String operator, List<SqlNode> parts) {

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("!=", "<>"), Map.entry("~~", "like"),
			Map.entry("~~*", "ilike"), Map.entry("!~~", "not like"), Map.entry("!~~*", "not ilike"),
			Map.entry("rlike", "regexp"), Map.entry("char_length", "length"), Map.entry("character_length", "length"),
			Map.entry("lcase", "lower"), Map.entry("ucase", "upper"), Map.entry("substr", "substring"),
			Map.entry("mod", "%"), Map.entry("now", "current_timestamp"), Map.entry("curdate", "current_date"),
			Map.entry("pg_catalog.length", "length"));

	private static final Map<String, String> NEGATIONS = Map.of("=", "<>", "<>", "=", "<", ">=", ">=", "<", ">", "<=",
			"<=", ">", "and", "or", "or", "and", "is", "is not", "is not", "is");

	/** Operators whose operands can stand in any order. */
	private static final Set<String> SYMMETRIC = Set.of("=", "<>", "and", "or");

	private static final Set<String> CALLS_WITHOUT_PARENTHESES = Set.of("current_timestamp", "current_date",
			"current_time", "localtimestamp", "localtime", "current_user", "session_user");

	static SqlNode leaf(String text) {
		return new SqlNode(text, List.of());
	}

	static SqlNode of(String operator, SqlNode... parts) {
		return of(operator, List.of(parts));
	}

	static SqlNode of(String operator, List<SqlNode> parts) {
		String name = NAMES.getOrDefault(operator, operator);
		if (name.startsWith("not ")) {
			return new SqlNode(name.substring(4), parts).negate();
		}
		if (name.equals("and") || name.equals("or")) {
			List<SqlNode> flat = new ArrayList<>();
			parts.forEach((part) -> flat.addAll(part.is(name) ? part.parts : List.of(part)));
			return new SqlNode(name, flat);
		}
		if (name.equals(">") || name.equals(">=")) {
			return new SqlNode(name.replace('>', '<'), List.of(parts.get(1), parts.get(0)));
		}
		return new SqlNode(name, parts);
	}

	/** A call of a function. */
	static SqlNode call(String name, List<SqlNode> arguments) {
		SqlNode call = of(name, arguments);
		return (arguments.isEmpty() && !CALLS_WITHOUT_PARENTHESES.contains(call.operator)) ? leaf(call.operator + "()")
				: call;
	}

	/** Whether a value is one of some, of which one alone is a comparison. */
	static SqlNode in(SqlNode value, List<SqlNode> list) {
		if (list.size() == 1) {
			return of("=", value, list.get(0));
		}
		List<SqlNode> parts = new ArrayList<>(List.of(value));
		parts.addAll(list);
		return new SqlNode("in", parts);
	}

	boolean is(String name) {
		return this.operator.equals(name) && !this.parts.isEmpty();
	}

	boolean isNumber() {
		return this.parts.isEmpty() && Character.isDigit(this.operator.charAt(0));
	}

	/** This node as a value of a type: only texts that become numbers look otherwise. */
	SqlNode as(String type) {
		boolean number = type.equals("number") && this.operator.matches("'-?\\d+(\\.\\d+)?'");
		return number ? leaf(this.operator.substring(1, this.operator.length() - 1)) : this;
	}

	/** What is true when this is false. */
	SqlNode negate() {
		if (this.operator.equals("not")) {
			return this.parts.get(0);
		}
		String negation = this.parts.isEmpty() ? null : NEGATIONS.get(this.operator);
		if (negation == null) {
			return new SqlNode("not", List.of(this));
		}
		boolean each = negation.equals("and") || negation.equals("or");
		return of(negation, each ? this.parts.stream().map(SqlNode::negate).toList() : this.parts);
	}

	/** The text of this node, the same for all that mean the same. */
	String canonical() {
		if (this.parts.isEmpty()) {
			return this.operator;
		}
		List<String> texts = new ArrayList<>(this.parts.stream().map(SqlNode::canonical).toList());
		if (SYMMETRIC.contains(this.operator)) {
			texts.sort(null);
		}
		else if (this.operator.equals("in")) {
			texts.subList(1, texts.size()).sort(null);
		}
		return "(" + this.operator + " " + String.join(" ", texts) + ")";
	}

}
