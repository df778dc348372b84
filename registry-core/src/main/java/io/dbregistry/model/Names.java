package io.dbregistry.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The names of tables, columns and constraints that are not given: the same for the same
 * declaration in any JVM.
 */
final class Names {

	/** The shortest limit of the supported products: PostgreSQL's, in bytes. */
	static final int LIMIT = 63;

	private Names() {
	}

	/**
	 * {@code HTTPServer2Log} becomes {@code http_server2_log}.
	 */
	static String snakeCase(String name) {
		return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
			.replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
			.toLowerCase(Locale.ROOT);
	}

	static String capitalize(String name) {
		return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
	}

	static String decapitalize(String name) {
		return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	/**
	 * {@code OrderLine} becomes {@code orderlines}, as in Edgy: lower case and an s,
	 * unless there is one.
	 */
	static String plural(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.endsWith("s") ? lower : lower + "s";
	}

	/**
	 * The name of a constraint or index: its prefix, table and columns, cut and completed
	 * with a checksum where that is too long.
	 */
	static String constraint(String prefix, String table, List<String> columns) {
		String name = prefix + "_" + table + (columns.isEmpty() ? "" : "_" + String.join("_", columns));
		if (isShort(name)) {
			return name;
		}
		CRC32 checksum = new CRC32();
		checksum.update(name.getBytes(StandardCharsets.UTF_8));
		String suffix = "_%08x".formatted(checksum.getValue());
		int end = name.length();
		while (!isShort(name.substring(0, end) + suffix) || Character.isHighSurrogate(name.charAt(end - 1))) {
			end--;
		}
		return name.substring(0, end) + suffix;
	}

	static boolean isShort(String name) {
		return name.getBytes(StandardCharsets.UTF_8).length <= LIMIT;
	}

}
