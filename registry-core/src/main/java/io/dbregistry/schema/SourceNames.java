package io.dbregistry.schema;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of Java for names of a database, each given once. Names that differ only in
 * letter case count as one, since some file systems take them for one.
 */
final class SourceNames {

	private static final Set<String> KEYWORDS = words("""
			abstract assert boolean break byte case catch char class const continue default do double else enum
			extends false final finally float for goto if implements import instanceof int interface long native new
			null package private protected public return short static strictfp super switch synchronized this throw
			throws transient true try void volatile while""");

	/** What components of records cannot be called. */
	private static final Set<String> METHODS = words("clone finalize getClass hashCode notify notifyAll toString wait");

	/** What the sources use under its simple name, which no class of theirs can have. */
	private static final Set<String> TYPES = words("""
			BigDecimal BigInteger Boolean Byte CheckConstraint Column Double Float ForeignKey GeneratedValue
			GenerationType Id IdClass Index Instant Integer JoinColumn Key Lob LocalDate LocalDateTime LocalTime Long
			ManyToOne Model Object OffsetTime Record Ref SequenceGenerator Short String Table UniqueConstraint UUID""");

	private static final Pattern PACKAGE = Pattern.compile("[a-zA-Z_]\\w*(\\.[a-zA-Z_]\\w*)*");

	private final Set<String> given = new HashSet<>();

	private static Set<String> words(String words) {
		return Set.of(words.strip().split("\\s+"));
	}

	/** Checks the name of a package. */
	static void checkPackage(String name) {
		if (!PACKAGE.matcher(name).matches()
				|| Arrays.stream(name.split("\\.")).anyMatch((part) -> KEYWORDS.contains(part) || part.equals("_"))) {
			throw new IllegalArgumentException(
					"'%s' is no name of a package; give one such as com.example.legacy".formatted(name));
		}
	}

	/** A name for the class of a table: {@code order_line} becomes {@code OrderLine}. */
	String type(String table) {
		String name = camelCase(table);
		if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
			name = "Table" + name;
		}
		return unique(TYPES.contains(name) ? name + "Model" : name);
	}

	/** A name for a component: {@code UNIT_PRICE} becomes {@code unitPrice}. */
	String member(String column) {
		String name = decapitalize(camelCase(column));
		if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
			name = "column" + name;
		}
		return unique((KEYWORDS.contains(name) || METHODS.contains(name)) ? name + "Value" : name);
	}

	private String unique(String name) {
		String unique = name;
		for (int i = 2; !this.given.add(unique.toLowerCase(Locale.ROOT)); i++) {
			unique = name + "_" + i;
		}
		return unique;
	}

	static String decapitalize(String name) {
		return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	/** Letters and digits only: whatever else stands in a name parts its words. */
	private static String camelCase(String name) {
		StringBuilder camel = new StringBuilder();
		boolean mixed = !name.equals(name.toUpperCase(Locale.ROOT));
		boolean begins = true;
		for (int point : name.codePoints().toArray()) {
			if (!Character.isLetterOrDigit(point) || !Character.isJavaIdentifierPart(point)) {
				begins = true;
				continue;
			}
			if (begins) {
				camel.appendCodePoint(Character.toUpperCase(point));
			}
			else {
				camel.appendCodePoint(mixed ? point : Character.toLowerCase(point));
			}
			begins = false;
		}
		return camel.toString();
	}

}
