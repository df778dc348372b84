package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a schema of MariaDB.
 * <ol>
 * <li>Tables, checks, columns, indexes and foreign keys are read view by view: each view
 * is fast only when the schema is given to itself.</li>
 * <li>A JSON column is a text with a check of that name; such a check makes the type and
 * is no check.</li>
 * <li>Sequences are tables of one row, which one query reads for all of them.</li>
 * </ol>
 */
final class MariaDbCatalogReading {

	/** A name, or a character after a backslash. */
	private static final Pattern QUOTE = Pattern.compile("`[^`]*`|\\\\.", Pattern.DOTALL);

	private final Connection connection;

	private final Dialect dialect;

	private final String schema;

	private final CatalogDraft draft;

	private final @Nullable Set<String> names;

	private final List<String> sequences = new ArrayList<>();

	private final Map<String, String> collations = new HashMap<>();

	/** Names of tables with columns that hold JSON. */
	private final Set<List<String>> json = new HashSet<>();

	MariaDbCatalogReading(Connection connection, Dialect dialect, String schema, CatalogDraft draft) {
		this.connection = connection;
		this.dialect = dialect;
		this.schema = schema;
		this.draft = draft;
		this.names = draft.findNames().<Set<String>>map(HashSet::new).orElse(null);
	}

	Catalog.Contents read() throws SQLException {
		each("select table_name, table_type, table_comment, table_collation, engine, create_options"
				+ " from information_schema.tables where table_schema = ?", this::readTable);
		each("select table_name, constraint_name, check_clause, level from information_schema.check_constraints"
				+ " where constraint_schema = ?", this::readCheck);
		each("select table_name, column_name, column_type, is_nullable, column_default, extra, column_comment,"
				+ " generation_expression, collation_name from information_schema.columns where table_schema = ?"
				+ " order by table_name, ordinal_position", this::readColumn);
		MariaDbKeys keys = new MariaDbKeys(this.draft);
		each("select table_name, index_name, non_unique, column_name, collation, sub_part, index_type"
				+ " from information_schema.statistics where table_schema = ?"
				+ " order by table_name, index_name, seq_in_index", keys::addIndexColumn);
		each("select table_name, constraint_name, delete_rule, update_rule"
				+ " from information_schema.referential_constraints where constraint_schema = ?", keys::addRules);
		each("select table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name,"
				+ " referenced_column_name from information_schema.key_column_usage"
				+ " where table_schema = ? and referenced_table_name is not null"
				+ " order by table_name, constraint_name, ordinal_position", keys::addReference);
		keys.finish();
		each("select event_object_table, trigger_name from information_schema.triggers where event_object_schema = ?",
				(rows) -> note(rows, "has trigger '%s'".formatted(rows.getString(2))));
		readSequences();
		return this.draft.build();
	}

	private void readTable(ResultSet rows) throws SQLException {
		String name = CatalogQuery.text(rows, 1);
		String type = CatalogQuery.text(rows, 2);
		if (type.equals("SEQUENCE")) {
			this.sequences.add(name);
		}
		else if (!type.equals("BASE TABLE") && !type.equals("SYSTEM VERSIONED")) {
			if (this.draft.isWhole()) {
				this.draft.note(name, "is a %s, which is not read".formatted(type.toLowerCase(Locale.ROOT)));
			}
		}
		else if (this.names == null || this.names.contains(name)) {
			TableDraft table = this.draft.begin(name);
			if (table != null) {
				table.comment(rows.getString(3));
				this.collations.put(name, String.valueOf(rows.getString(4)));
				noteTable(rows, table, type);
			}
		}
	}

	private static void noteTable(ResultSet rows, TableDraft table, String type) throws SQLException {
		if (type.equals("SYSTEM VERSIONED")) {
			table.note("keeps the history of its rows");
		}
		String engine = rows.getString(5);
		if (engine != null && !engine.equals("InnoDB")) {
			table.note("is stored by %s".formatted(engine));
		}
		if (String.valueOf(rows.getString(6)).contains("partitioned")) {
			table.note("is partitioned");
		}
	}

	private void readCheck(ResultSet rows) throws SQLException {
		String table = CatalogQuery.text(rows, 1);
		String name = CatalogQuery.text(rows, 2);
		String clause = CatalogQuery.text(rows, 3);
		TableDraft found = this.draft.find(table);
		if (clause.equalsIgnoreCase("json_valid(" + this.dialect.quote(name) + ")")) {
			this.json.add(List.of(table, name));
		}
		else if (found != null) {
			found.add(new Check(this.draft.name(name), plain(clause)));
		}
	}

	/** A condition in which quotes within texts are doubled, as they are declared. */
	private static String plain(String clause) {
		return QUOTE.matcher(clause)
			.replaceAll((found) -> found.group().equals("\\'") ? "''" : Matcher.quoteReplacement(found.group()));
	}

	private void readColumn(ResultSet rows) throws SQLException {
		TableDraft table = this.draft.find(CatalogQuery.text(rows, 1));
		if (table == null) {
			return;
		}
		String name = this.draft.name(CatalogQuery.text(rows, 2));
		String extra = CatalogQuery.text(rows, 6).toLowerCase(Locale.ROOT);
		boolean nullable = CatalogQuery.text(rows, 4).equals("YES");
		String comment = CatalogQuery.text(rows, 7);
		noteColumn(rows, table, name, extra);
		String defaultValue = rows.getString(5);
		table.add(new Column(name, type(rows), nullable, extra.contains("auto_increment"),
				(nullable && "NULL".equals(defaultValue)) ? null : defaultValue, comment.isEmpty() ? null : comment));
	}

	private ColumnType type(ResultSet rows) throws SQLException {
		boolean isJson = this.json.contains(List.of(CatalogQuery.text(rows, 1), CatalogQuery.text(rows, 2)));
		return isJson ? ColumnType.of(Kind.JSON) : MariaDbNormalForm.TYPES.read(CatalogQuery.text(rows, 3));
	}

	private void noteColumn(ResultSet rows, TableDraft table, String name, String extra) throws SQLException {
		String expression = rows.getString(8);
		if (expression != null && !expression.isEmpty()) {
			table.note("computes column '%s' as %s; it is read as one that is stored".formatted(name, expression));
		}
		if (extra.contains("on update")) {
			table.note("sets column '%s' at each update".formatted(name));
		}
		if (extra.contains("invisible")) {
			table.note("hides column '%s' from select *".formatted(name));
		}
		String collation = rows.getString(9);
		boolean isJson = this.json.contains(List.of(CatalogQuery.text(rows, 1), CatalogQuery.text(rows, 2)));
		if (collation != null && !isJson && !collation.equals(this.collations.get(CatalogQuery.text(rows, 1)))) {
			table.note("compares column '%s' as %s".formatted(name, collation));
		}
	}

	private void readSequences() throws SQLException {
		if (this.sequences.isEmpty()) {
			return;
		}
		List<String> queries = new ArrayList<>();
		for (int i = 0; i < this.sequences.size(); i++) {
			queries.add("select %d, start_value, increment, cycle_option from %s.%s".formatted(i,
					this.dialect.quoteSchema(this.schema), this.dialect.quote(this.sequences.get(i))));
		}
		CatalogQuery.run(this.connection, String.join(" union all ", queries), List.of(), (rows) -> {
			String name = this.sequences.get(rows.getInt(1));
			this.draft.addSequence(name, rows.getLong(2), rows.getLong(3));
			if (rows.getBoolean(4)) {
				this.draft.note(name, "is a sequence that begins again");
			}
		});
	}

	private void note(ResultSet rows, String text) throws SQLException {
		TableDraft table = this.draft.find(CatalogQuery.text(rows, 1));
		if (table != null) {
			table.note(text);
		}
	}

	private void each(String sql, CatalogQuery.RowWork work) throws SQLException {
		CatalogQuery.run(this.connection, sql, List.of(this.schema), work);
	}

}
