package io.dbregistry.dialect;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads types as they stand in declarations and catalogs. A type that has no kind, or
 * whose numbers the kind cannot keep, stays verbatim, in a form in which letter case and
 * spaces do not matter.
 */
final class TypeReader {

	/** Name, numbers, what stands behind them, and the mark of an array. */
	private static final Pattern TYPE = Pattern.compile("([^(\\[]+)(?:\\(([^()]*)\\)([^(\\[]*))?(\\[\\])?");

	private static final String ARRAY = " array";

	private static final Map<String, Kind> STANDARD = Map.ofEntries(Map.entry("boolean", Kind.BOOLEAN),
			Map.entry("bool", Kind.BOOLEAN), Map.entry("tinyint", Kind.TINYINT), Map.entry("smallint", Kind.SMALLINT),
			Map.entry("int", Kind.INTEGER), Map.entry("integer", Kind.INTEGER), Map.entry("bigint", Kind.BIGINT),
			Map.entry("real", Kind.REAL), Map.entry("double precision", Kind.DOUBLE),
			Map.entry("numeric", Kind.DECIMAL), Map.entry("decimal", Kind.DECIMAL), Map.entry("dec", Kind.DECIMAL),
			Map.entry("character", Kind.CHAR), Map.entry("char", Kind.CHAR),
			Map.entry("character varying", Kind.VARCHAR), Map.entry("char varying", Kind.VARCHAR),
			Map.entry("varchar", Kind.VARCHAR), Map.entry("character large object", Kind.CLOB),
			Map.entry("binary varying", Kind.VARBINARY), Map.entry("varbinary", Kind.VARBINARY),
			Map.entry("binary large object", Kind.BLOB), Map.entry("date", Kind.DATE), Map.entry("time", Kind.TIME),
			Map.entry("time without time zone", Kind.TIME), Map.entry("time with time zone", Kind.TIME_WITH_TIME_ZONE),
			Map.entry("timestamp", Kind.TIMESTAMP), Map.entry("timestamp without time zone", Kind.TIMESTAMP),
			Map.entry("timestamp with time zone", Kind.TIMESTAMP_WITH_TIME_ZONE), Map.entry("uuid", Kind.UUID),
			Map.entry("json", Kind.JSON));

	/** How a kind is written when it lacks the numbers that it needs. */
	private static final Map<Kind, String> UNBOUNDED = new EnumMap<>(
			Map.of(Kind.VARCHAR, "character varying", Kind.DECIMAL, "numeric", Kind.VARBINARY, "binary varying",
					Kind.CLOB, "character large object", Kind.BLOB, "binary large object"));

	private static final Set<Kind> WHOLE_NUMBERS = Set.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

	private final Map<String, Kind> kinds = new HashMap<>(STANDARD);

	private final Map<String, ColumnType> exact = new HashMap<>();

	private final Map<Kind, ColumnType> replaced = new EnumMap<>(Kind.class);

	private final int timeDigits;

	private final int timestampDigits;

	/**
	 * Creates a reader of the names in the standard.
	 * @param timeDigits the digits of the fraction of a second of a time that says
	 * nothing of them
	 * @param timestampDigits those of a timestamp
	 */
	TypeReader(int timeDigits, int timestampDigits) {
		this.timeDigits = timeDigits;
		this.timestampDigits = timestampDigits;
	}

	/** Adds a name; not safe for use by several threads. */
	TypeReader with(String name, Kind kind) {
		this.kinds.put(name, kind);
		return this;
	}

	/** Adds a whole text, numbers included; not safe for use by several threads. */
	TypeReader with(String text, ColumnType type) {
		this.exact.put(text, type);
		return this;
	}

	/** Leaves a name verbatim; not safe for use by several threads. */
	TypeReader without(String name) {
		this.kinds.remove(name);
		return this;
	}

	/**
	 * Reads a kind as another one, which is what the product makes of it; not safe for
	 * use by several threads.
	 */
	TypeReader replace(Kind kind, ColumnType type) {
		this.replaced.put(kind, type);
		return this;
	}

	/** The normal form of a type. */
	ColumnType normal(ColumnType type) {
		if (type.definition() != null) {
			return read(type.definition());
		}
		if (type.element() != null) {
			return ColumnType.array(normal(type.element()));
		}
		return replaced(type);
	}

	private ColumnType replaced(ColumnType type) {
		ColumnType replacement = this.replaced.get(type.kind());
		if (replacement == null) {
			return type;
		}
		return (replacement.kind().isTime() && type.kind().isTime())
				? ColumnType.time(replacement.kind(), type.precision()) : replacement;
	}

	/**
	 * The type that a text stands for.
	 * @param definition the text, such as {@code timestamp(3) with time zone}
	 */
	ColumnType read(String definition) {
		String text = canonical(definition);
		ColumnType known = this.exact.get(text);
		if (known != null) {
			return known;
		}
		Matcher parts = TYPE.matcher(text);
		if (!parts.matches()) {
			return ColumnType.verbatim(text);
		}
		String suffix = (parts.group(3) != null) ? " " + parts.group(3).strip() : "";
		String name = (parts.group(1) + suffix).strip();
		boolean array = parts.group(4) != null || name.endsWith(ARRAY);
		if (array) {
			String element = text.substring(0, text.length() - ((parts.group(4) != null) ? 2 : ARRAY.length()));
			ColumnType type = read(element);
			return (type.kind() == Kind.ARRAY) ? ColumnType.verbatim(text) : ColumnType.array(type);
		}
		Kind kind = this.kinds.get(name);
		return (kind != null) ? replaced(of(kind, numbers(parts.group(2)), text)) : ColumnType.verbatim(text);
	}

	private ColumnType of(Kind kind, int[] numbers, String text) {
		int first = (numbers.length > 0) ? numbers[0] : -1;
		if (kind.isTime()) {
			boolean day = kind == Kind.TIMESTAMP || kind == Kind.TIMESTAMP_WITH_TIME_ZONE;
			int usual = day ? this.timestampDigits : this.timeDigits;
			int digits = (numbers.length > 0) ? first : usual;
			return (digits >= 0 && digits <= 6) ? ColumnType.time(kind, digits) : ColumnType.verbatim(text);
		}
		if (WHOLE_NUMBERS.contains(kind)) {
			return ColumnType.of(kind);
		}
		return switch (kind) {
			case CHAR -> (numbers.length > 0) ? length(kind, first, text) : ColumnType.character(1);
			case VARCHAR, VARBINARY -> (numbers.length > 0) ? length(kind, first, text) : unbounded(kind);
			case DECIMAL -> (numbers.length > 0) ? decimal(numbers, text) : unbounded(kind);
			default -> (numbers.length > 0) ? ColumnType.verbatim(text) : ColumnType.of(kind);
		};
	}

	private static ColumnType length(Kind kind, int length, String text) {
		return (length >= 0) ? new ColumnType(kind, length, 0, 0, null, null) : ColumnType.verbatim(text);
	}

	private static ColumnType decimal(int[] numbers, String text) {
		int scale = (numbers.length > 1) ? numbers[1] : 0;
		return (numbers[0] >= 0 && scale >= 0) ? ColumnType.decimal(numbers[0], scale) : ColumnType.verbatim(text);
	}

	private static ColumnType unbounded(Kind kind) {
		return ColumnType.verbatim(UNBOUNDED.getOrDefault(kind, kind.name().toLowerCase(Locale.ROOT)));
	}

	/** The numbers in parentheses; one that is none is negative. */
	private static int[] numbers(@Nullable String list) {
		if (list == null || list.isBlank()) {
			return new int[0];
		}
		String[] parts = list.split(",");
		int[] numbers = new int[parts.length];
		for (int i = 0; i < parts.length; i++) {
			String part = parts[i].strip();
			numbers[i] = part.matches("-?\\d{1,9}") ? Integer.parseInt(part) : -1;
		}
		return numbers;
	}

	/** The text in lower case and without spaces that mean nothing, outside of quotes. */
	static String canonical(String text) {
		StringBuilder result = new StringBuilder(text.length());
		char quote = 0;
		for (char c : text.strip().toCharArray()) {
			if (quote != 0) {
				result.append(c);
				quote = (c == quote) ? 0 : quote;
			}
			else if (Character.isWhitespace(c)) {
				char last = result.charAt(result.length() - 1);
				if (last != ' ' && last != ',' && last != '(') {
					result.append(' ');
				}
			}
			else {
				boolean closes = c == ',' || c == ')' || c == '(' || c == '[';
				if (closes && result.length() > 0 && result.charAt(result.length() - 1) == ' ') {
					result.setLength(result.length() - 1);
				}
				result.append(Character.toLowerCase(c));
				quote = (c == '\'' || c == '"' || c == '`') ? c : 0;
			}
		}
		return result.toString();
	}

}
