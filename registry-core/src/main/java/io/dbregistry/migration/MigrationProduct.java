package io.dbregistry.migration;

import java.util.Locale;

import io.dbregistry.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What migrations say to each product in its own way.
 */
enum MigrationProduct {

	POSTGRESQL("current_schema()", "varchar(%d)", "text", "set search_path to %s, public",
			"cast(extract(epoch from localtimestamp - %s) as bigint)"),

	MARIADB("database()", "varchar(%d) character set utf8mb4 collate utf8mb4_bin", "mediumtext", "use %s",
			"timestampdiff(second, %s, now())"),

	H2("current_schema", "varchar(%d)", "character large object", "set schema %s",
			"datediff(second, %s, localtimestamp)"),

	SQLITE("''", "varchar(%d)", "text", null, "strftime('%%s', 'now') - strftime('%%s', %s)"),

	/**
	 * Any other: without a table of states if it refuses these types, and with locks that
	 * have no age.
	 */
	OTHER("''", "varchar(%d)", "varchar(8000)", null, "0");

	private final String currentSchema;

	private final String name;

	private final String text;

	private final @Nullable String use;

	private final String secondsSince;

	MigrationProduct(String currentSchema, String name, String text, @Nullable String use, String secondsSince) {
		this.currentSchema = currentSchema;
		this.name = name;
		this.text = text;
		this.use = use;
		this.secondsSince = secondsSince;
	}

	static MigrationProduct of(Dialect dialect) {
		for (MigrationProduct product : values()) {
			if (product.name().equalsIgnoreCase(dialect.product())) {
				return product;
			}
		}
		return OTHER;
	}

	/**
	 * Whether the lock of a schema needs no more than the connection that migrates it.
	 */
	boolean locksByConnection() {
		return this == POSTGRESQL || this == MARIADB;
	}

	/** The expression for the schema of names without one. */
	String currentSchema() {
		return this.currentSchema;
	}

	/** The statement that makes a schema that of names without one, or nothing. */
	String use(Dialect dialect, String schema) {
		return (this.use != null) ? this.use.formatted(dialect.quoteSchema(schema)) + ";\n" : "";
	}

	/** The type of exact names. */
	String nameType(int length) {
		return this.name.formatted(length);
	}

	/** The type of long texts. */
	String textType() {
		return this.text;
	}

	/**
	 * The expression for how long ago that is what Liquibase writes as the current time:
	 * it says what the clock of the server shows in the time zone of the session.
	 */
	String secondsSince(String column) {
		return this.secondsSince.formatted(column);
	}

	/**
	 * A table of Liquibase's, in a schema or where names without one are: it does not
	 * quote plain names, which the product then folds.
	 */
	String tableOfLiquibase(Dialect dialect, @Nullable String schema, String table) {
		String quoted = dialect.quoteSchema(stored(dialect, table)); // a name as it is
		return (schema != null && dialect.hasSchemas()) ? dialect.quoteSchema(schema) + "." + quoted : quoted;
	}

	/** The name of a table of Liquibase's as the product stores it. */
	String stored(Dialect dialect, String table) {
		return switch (this) {
			case POSTGRESQL -> table.equals(table.toUpperCase(Locale.ROOT)) ? table.toLowerCase(Locale.ROOT) : table;
			case H2 -> dialect.stored(table.toLowerCase(Locale.ROOT));
			default -> table;
		};
	}

}
