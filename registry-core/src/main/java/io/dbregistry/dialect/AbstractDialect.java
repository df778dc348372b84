package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * What most products have in common: standard quoting and schemas found by
 * {@code information_schema}.
 */
abstract class AbstractDialect implements Dialect {

	private static final SQLExceptionTranslator EXCEPTION_TRANSLATOR = new SQLExceptionSubclassTranslator();

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	private final String product;

	private final char quote;

	private final boolean upperCase;

	AbstractDialect(String product, char quote) {
		this(product, quote, false);
	}

	/**
	 * Creates a dialect.
	 * @param upperCase whether the product makes unquoted names upper case
	 */
	AbstractDialect(String product, char quote, boolean upperCase) {
		this.product = product;
		this.quote = quote;
		this.upperCase = upperCase;
	}

	@Override
	public final String product() {
		return this.product;
	}

	@Override
	public final String quote(String identifier) {
		return enclose(identifier, stored(identifier));
	}

	@Override
	public final String quoteSchema(String schema) {
		return enclose(schema, schema);
	}

	@Override
	public final String stored(String identifier) {
		return (this.upperCase && PLAIN.matcher(identifier).matches()) ? identifier.toUpperCase(Locale.ROOT)
				: identifier;
	}

	@Override
	public final String declared(String stored) {
		String lower = this.upperCase ? stored.toLowerCase(Locale.ROOT) : stored;
		return stored(lower).equals(stored) ? lower : stored;
	}

	@Override
	public final Table normalForm(Table table) {
		return normalForm().of(table);
	}

	@Override
	public final Table align(Table declared, Table live) {
		return declared.equals(live) ? live : new Alignment(live, ignoresCase()).of(declared);
	}

	/** Whether names of columns and constraints that differ in letter case are one. */
	boolean ignoresCase() {
		return false;
	}

	/** The normal form of the product's tables. */
	abstract NormalForm normalForm();

	private String enclose(String given, String identifier) {
		String fault = NameFaults.anywhere(identifier);
		refuse(given, (fault != null) ? fault : fault(identifier));
		String mark = String.valueOf(this.quote);
		return mark + identifier.replace(mark, mark + mark) + mark;
	}

	/**
	 * Why the product cannot store a name exactly, as the end of a sentence, or
	 * {@code null} when it can.
	 */
	abstract @Nullable String fault(String name);

	/** Why a new schema cannot have a name that is none of {@link #fault(String)}'s. */
	@Nullable String faultOfSchema(String schema) {
		return null;
	}

	private void refuse(String name, @Nullable String fault) {
		if (fault != null) {
			throw new UnsupportedNameException(this.product, name, fault);
		}
	}

	@Override
	public boolean hasSchemas() {
		return true;
	}

	@Override
	public Optional<String> findCurrentSchema(Connection connection) throws SQLException {
		return strings(connection, "select current_schema").stream().findFirst();
	}

	@Override
	public List<String> schemas(Connection connection) throws SQLException {
		return strings(connection, "select schema_name from information_schema.schemata order by schema_name");
	}

	@Override
	public Map<String, String> schemasWith(Connection connection, List<String> names) throws SQLException {
		Map<String, String> schemas = new HashMap<>();
		String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
		CatalogQuery.run(connection, tablesNamed().formatted(marks), names, (rows) -> {
			String found = CatalogQuery.text(rows, 2);
			if (names.contains(found)) { // a product may compare without the letter case
				schemas.merge(CatalogQuery.text(rows, 1), found,
						(one, other) -> (names.indexOf(one) <= names.indexOf(other)) ? one : other);
			}
		});
		return schemas;
	}

	/** The query for schemas and tables, with a gap for the list of names. */
	String tablesNamed() {
		return "select table_schema, table_name from information_schema.tables where table_name in (%s)";
	}

	@Override
	public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
		String place = (schema != null) ? schema : findCurrentSchema(connection).orElse("");
		return strings(connection, "select sequence_name from information_schema.sequences where sequence_schema = ?",
				place);
	}

	@Override
	public final String createSchema(String schema) {
		requireSchemas(schema);
		String quoted = quoteSchema(schema);
		refuse(schema, faultOfSchema(schema));
		return "create schema " + quoted;
	}

	@Override
	public List<String> dropSchema(Connection connection, String schema, boolean cascade) throws SQLException {
		requireSchemas(schema);
		return List.of("drop schema " + quoteSchema(schema) + (cascade ? " cascade" : " restrict"));
	}

	@Override
	public ValueCodec codec(Class<?> type, ColumnType columnType) {
		if (columnType.kind() == ColumnType.Kind.ARRAY) {
			requireArrays("a value of type '%s'".formatted(type.getTypeName()));
		}
		return codecs().get(this.product, type, columnType);
	}

	/** The codecs, the same ones at each call. */
	abstract Codecs codecs();

	@Override
	public String page(boolean limited, boolean skipping) {
		if (!limited && !skipping) {
			return "";
		}
		return (limited ? " limit ?" : noLimit()) + (skipping ? " offset ?" : "");
	}

	/** What must stand before an offset when all rows are wanted. */
	String noLimit() {
		return "";
	}

	@Override
	public Optional<String> findInsertReturning(String columns) {
		return Optional.of(" returning " + columns);
	}

	@Override
	public String emptyInsert() {
		return " default values";
	}

	@Override
	public SQLExceptionTranslator exceptionTranslator() {
		return EXCEPTION_TRANSLATOR;
	}

	@Override
	public final String toString() {
		return this.product;
	}

	/**
	 * The non-null values of the first column.
	 * @param sql a query with a parameter for each value
	 */
	static List<String> strings(Connection connection, String sql, String... values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.length; i++) {
				statement.setString(i + 1, values[i]);
			}
			return strings(statement);
		}
	}

	private static List<String> strings(PreparedStatement statement) throws SQLException {
		try (ResultSet rows = statement.executeQuery()) {
			List<String> strings = new ArrayList<>();
			while (rows.next()) {
				String string = rows.getString(1);
				if (string != null) {
					strings.add(string);
				}
			}
			return strings;
		}
	}

}
