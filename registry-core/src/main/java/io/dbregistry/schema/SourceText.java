package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of one source file. Whatever a database calls its things stays inside literals
 * and comments.
 */
final class SourceText {

	/** A class file holds constants of at most 65,535 bytes. */
	private static final int LONGEST = 20_000;

	private final Set<String> imports = new TreeSet<>();

	/** An annotation, perhaps with members such as {@code name = "x"}. */
	String annotation(String type, List<String> members) {
		this.imports.add(type);
		String name = "@" + type.substring(type.lastIndexOf('.') + 1);
		return members.isEmpty() ? name : name + "(" + String.join(", ", members) + ")";
	}

	/** An annotation of Jakarta Persistence. */
	String persistence(String name, List<String> members) {
		return annotation("jakarta.persistence." + name, members);
	}

	/** The simple name of a type. */
	String type(Class<?> type) {
		Class<?> named = type;
		while (named.isArray()) {
			named = named.getComponentType();
		}
		if (!named.isPrimitive() && !named.getPackageName().equals("java.lang")) {
			this.imports.add(named.getName());
		}
		return type.getSimpleName();
	}

	/** The file. */
	String file(String packageName, String body) {
		StringBuilder text = new StringBuilder("package %s;\n\n".formatted(packageName));
		this.imports.forEach((name) -> text.append("import ").append(name).append(";\n"));
		return text.append('\n').append(body).toString();
	}

	/** Whether a literal can hold a text. */
	static boolean isShort(String text) {
		return text.length() <= LONGEST;
	}

	/** A literal that has a text as its value. */
	static String literal(String text) {
		StringBuilder literal = new StringBuilder("\"");
		text.codePoints().forEach((point) -> {
			switch (point) {
				case '"' -> literal.append("\\\"");
				case '\\' -> literal.append("\\\\");
				case '\n' -> literal.append("\\n");
				case '\r' -> literal.append("\\r");
				case '\t' -> literal.append("\\t");
				default -> literal.append(isPlain(point) ? Character.toString(point) : escape(point));
			}
		});
		return literal.append('"').toString();
	}

	/** Literals in braces. */
	static String literals(List<String> texts) {
		List<String> literals = texts.stream().map(SourceText::literal).toList();
		return (literals.size() == 1) ? literals.get(0) : list(literals);
	}

	/** Elements in braces. */
	static String list(List<String> elements) {
		return (elements.size() == 1) ? elements.get(0) : "{ " + String.join(", ", elements) + " }";
	}

	/** Lines of comment about something, which no text can end. */
	static String comments(List<String> texts, String indent) {
		List<String> lines = new ArrayList<>();
		texts.forEach((text) -> lines.add(indent + "// " + comment(text) + "\n"));
		return String.join("", lines);
	}

	/**
	 * Letters of other scripts stay; the beginning of an escape, which counts in comments
	 * too, does not, nor what ends a line or turns its direction.
	 */
	private static String comment(String text) {
		String shown = isShort(text) ? text : text.substring(0, LONGEST) + " …";
		StringBuilder comment = new StringBuilder();
		shown.codePoints().forEach((point) -> {
			if (point == '\\') {
				comment.append("\\\\");
			}
			else {
				comment.append(isPlain(point) ? Character.toString(point) : " ");
			}
		});
		return comment.toString().replace("*/", "* /");
	}

	private static boolean isPlain(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

	/** Escapes of ASCII are octal: those by code are characters of the source. */
	private static String escape(int point) {
		if (point < 0x80) {
			return "\\%03o".formatted(point);
		}
		StringBuilder escape = new StringBuilder();
		for (char part : Character.toChars(point)) {
			escape.append("\\u%04x".formatted((int) part));
		}
		return escape.toString();
	}

}
