package io.dbregistry.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;

/**
 * Puts the types of H2 together from the columns of its catalog, which has their parts
 * but not their text.
 */
final class H2Types {

	static final TypeReader READER = new TypeReader(0, 6).with("float", Kind.DOUBLE)
		.with("int2", Kind.SMALLINT)
		.with("int4", Kind.INTEGER)
		.with("int8", Kind.BIGINT)
		.with("clob", Kind.CLOB)
		.with("text", Kind.CLOB)
		.with("blob", Kind.BLOB);

	/** What a text without a bound is reported with. */
	private static final long UNBOUNDED = 1_000_000_000;

	private static final int ANY_CARDINALITY = 65_536;

	/** The types of elements by table and identifier of the array's type. */
	private final Map<String, String> elements = new HashMap<>();

	private final Map<String, StringBuilder> enumValues = new HashMap<>();

	/** Adds the type of an array's elements, after the values of enumerations. */
	void addElement(ResultSet rows) throws SQLException {
		String type = rows.getString("DATA_TYPE").equals("ENUM") ? enumeration(key(rows, "DTD_IDENTIFIER"))
				: text(rows);
		this.elements.put(key(rows, "COLLECTION_TYPE_IDENTIFIER"), type);
	}

	void addEnumValue(ResultSet rows) throws SQLException {
		StringBuilder values = this.enumValues.computeIfAbsent(key(rows, "ENUM_IDENTIFIER"),
				(key) -> new StringBuilder());
		values.append(values.isEmpty() ? "'" : ",'")
			.append(rows.getString("VALUE_NAME").replace("'", "''"))
			.append('\'');
	}

	private static String key(ResultSet rows, String identifier) throws SQLException {
		return rows.getString("OBJECT_NAME") + "." + rows.getString(identifier);
	}

	/** The type of a column. */
	ColumnType read(ResultSet rows) throws SQLException {
		String key = rows.getString("TABLE_NAME") + "." + rows.getString("DTD_IDENTIFIER");
		String type = rows.getString("DATA_TYPE");
		if (type.equals("ARRAY")) {
			long cardinality = rows.getLong("MAXIMUM_CARDINALITY");
			String bound = (cardinality == ANY_CARDINALITY) ? "" : "[" + cardinality + "]";
			return READER.read(this.elements.getOrDefault(key, "") + " array" + bound);
		}
		if (type.equals("ENUM")) {
			return READER.read(enumeration(key));
		}
		return READER.read(text(rows));
	}

	private String enumeration(String key) {
		return "enum(" + this.enumValues.getOrDefault(key, new StringBuilder()) + ")";
	}

	/** The text of a type, as it stands in a declaration. */
	private static String text(ResultSet rows) throws SQLException {
		String type = rows.getString("DATA_TYPE").toLowerCase(Locale.ROOT);
		long length = rows.getLong("CHARACTER_MAXIMUM_LENGTH");
		return switch (type) {
			case "character", "character varying", "varchar_ignorecase", "binary", "binary varying", "java_object",
					"json", "character large object", "binary large object" ->
				(length > 0 && length < UNBOUNDED) ? type + "(" + length + ")" : type;
			case "numeric" ->
				"numeric(%d,%d)".formatted(rows.getInt("NUMERIC_PRECISION"), rows.getInt("NUMERIC_SCALE"));
			case "decfloat" -> "decfloat(" + rows.getInt("NUMERIC_PRECISION") + ")";
			case "time", "timestamp" -> type + "(" + rows.getInt("DATETIME_PRECISION") + ")";
			case "time with time zone", "timestamp with time zone" ->
				type.replaceFirst(" ", "(" + rows.getInt("DATETIME_PRECISION") + ") ");
			case "interval" -> interval(rows);
			case "geometry" -> geometry(rows);
			default -> type;
		};
	}

	private static String interval(ResultSet rows) throws SQLException {
		String type = "interval " + rows.getString("INTERVAL_TYPE").toLowerCase(Locale.ROOT);
		return type.endsWith("second") ? type + "(" + rows.getInt("DATETIME_PRECISION") + ")" : type;
	}

	private static String geometry(ResultSet rows) throws SQLException {
		String type = rows.getString("GEOMETRY_TYPE");
		String srid = rows.getString("GEOMETRY_SRID");
		return "geometry" + ((type != null) ? "(" + type + ((srid != null) ? "," + srid : "") + ")" : "");
	}

}
