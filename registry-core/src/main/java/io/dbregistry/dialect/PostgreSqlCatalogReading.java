package io.dbregistry.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a schema of PostgreSQL, row by row: tables and sequences first, then
 * columns, then what refers to columns by their numbers.
 */
final class PostgreSqlCatalogReading {

	/** A text or number of a named type. */
	private static final Pattern LITERAL = Pattern.compile("('(?:[^']|'')*')::[^()']+(?:\\(\\d+\\))?(?:\\[\\])?");

	private static final Pattern QUOTED_NUMBER = Pattern.compile("'(-\\d+(?:\\.\\d+)?)'");

	private static final Pattern CHECK = Pattern.compile("CHECK \\((.*)\\)(?: NO INHERIT)?(?: NOT VALID)?",
			Pattern.DOTALL);

	private final CatalogDraft draft;

	private final Map<Long, LiveTable> tables = new HashMap<>();

	/**
	 * Columns whose default is a sequence of their own: table and number of the column.
	 */
	private final Set<List<Long>> counted = new HashSet<>();

	/** Types repeat a thousand times, and are read once. */
	private final Map<String, ColumnType> types = new HashMap<>();

	PostgreSqlCatalogReading(CatalogDraft draft) {
		this.draft = draft;
	}

	Catalog.Contents contents() {
		return this.draft.build();
	}

	void table(ResultSet row) throws SQLException {
		String name = CatalogQuery.text(row, 2);
		String kind = CatalogQuery.text(row, 3);
		if (!kind.equals("r") && !kind.equals("p")) {
			noteOther(name, kind);
			return;
		}
		if (row.getBoolean(4)) {
			noteWhole(name, "is a partition of another table; it is left out");
			return;
		}
		TableDraft table = this.draft.begin(name);
		if (table == null) {
			return;
		}
		this.tables.put(row.getLong(1), new LiveTable(table));
		table.comment(row.getString(7));
		if (kind.equals("p")) {
			table.note("is partitioned by " + row.getString(8) + "; it is read as one table");
		}
		if (!"p".equals(row.getString(5))) {
			table.note("is not logged: it is empty after a crash");
		}
		if (row.getBoolean(6)) {
			table.note("has row level security");
		}
	}

	private void noteOther(String name, String kind) {
		noteWhole(name, switch (kind) {
			case "v" -> "is a view, which is not read";
			case "m" -> "is a materialized view, which is not read";
			default -> "is a foreign table, which is not read";
		});
	}

	private void noteWhole(String name, String text) {
		if (this.draft.isWhole()) {
			this.draft.note(name, text);
		}
	}

	void sequence(ResultSet row) throws SQLException {
		if (row.getString(8) != null) {
			if (row.getString(8).equals("a")) {
				this.counted.add(List.of(row.getLong(6), row.getLong(7)));
			}
			return;
		}
		String name = CatalogQuery.text(row, 1);
		this.draft.addSequence(name, row.getLong(2), row.getLong(3));
		if (row.getBoolean(4) || !"bigint".equals(row.getString(5))) {
			this.draft.note(name, "is a sequence of %s%s".formatted(row.getString(5),
					row.getBoolean(4) ? " that begins again at its end" : ""));
		}
	}

	void column(ResultSet row) throws SQLException {
		LiveTable table = this.tables.get(row.getLong(1));
		if (table == null) {
			return;
		}
		long number = row.getLong(2);
		String name = CatalogQuery.text(row, 3);
		table.columns.put((int) number, name);
		String identity = CatalogQuery.text(row, 6);
		String expression = row.getString(8);
		boolean generated = !CatalogQuery.text(row, 7).isEmpty();
		boolean serial = expression != null && expression.startsWith("nextval(")
				&& this.counted.contains(List.of(row.getLong(1), number));
		if (identity.equals("a")) {
			table.draft.note("generates column '%s' always; a given value is refused".formatted(name));
		}
		if (generated) {
			table.draft
				.note("computes column '%s' as %s; it is read as one that is stored".formatted(name, expression));
		}
		String collation = row.getString(10);
		if (collation != null) {
			table.draft.note("collates column '%s' by %s".formatted(name, collation));
		}
		ColumnType type = this.types.computeIfAbsent(CatalogQuery.text(row, 4), PostgreSqlTypes.READER::read);
		String defaultValue = (expression == null || serial || generated) ? null : defaultValue(expression);
		table.draft.add(new Column(name, type, !row.getBoolean(5), serial || !identity.isEmpty(), defaultValue,
				row.getString(9)));
	}

	/** A default without the type that the server adds to literals. */
	private static @Nullable String defaultValue(String expression) {
		if (expression.startsWith("NULL::")) {
			return null;
		}
		Matcher literal = (expression.charAt(0) == '\'') ? LITERAL.matcher(expression) : null;
		if (literal == null || !literal.matches()) {
			return expression;
		}
		String text = literal.group(1);
		Matcher number = QUOTED_NUMBER.matcher(text);
		boolean numeric = number.matches()
				&& expression.matches(".*::(integer|bigint|smallint|numeric|double precision)");
		return numeric ? number.group(1) : text;
	}

	void constraint(ResultSet row) throws SQLException {
		LiveTable table = this.tables.get(row.getLong(1));
		if (table == null) {
			return;
		}
		String name = CatalogQuery.text(row, 2);
		switch (CatalogQuery.text(row, 3)) {
			case "p" -> table.names(row.getString(4)).forEach((column) -> table.draft.addKeyColumn(name, column));
			case "u" -> table.names(row.getString(4)).forEach((column) -> table.draft.addUniqueColumn(name, column));
			case "c" -> check(table, name, CatalogQuery.text(row, 14));
			case "f" -> foreignKey(table, name, row);
			case "x" -> table.draft.note("has exclusion constraint '%s' %s".formatted(name, row.getString(14)));
			case "t" -> table.draft.note("has constraint trigger '%s'".formatted(name));
			default -> {
				// a not null constraint is said by its column
			}
		}
		if (row.getBoolean(10)) {
			table.draft.note("defers constraint '%s' on request".formatted(name));
		}
		if (!row.getBoolean(11)) {
			table.draft.note("has constraint '%s' that was never checked for rows before it".formatted(name));
		}
	}

	private static void check(LiveTable table, String name, String definition) {
		Matcher matcher = CHECK.matcher(definition);
		String condition = matcher.matches() ? matcher.group(1) : definition;
		table.draft.add(new Check(name, condition));
		if (definition.contains(") NO INHERIT")) {
			table.draft.note("has check '%s' that tables inherit not".formatted(name));
		}
	}

	private void foreignKey(LiveTable table, String name, ResultSet row) throws SQLException {
		LiveTable target = this.tables.get(row.getLong(5));
		Object[] given = (row.getArray(15) != null) ? (Object[]) row.getArray(15).getArray() : null;
		List<String> columns = table.names(row.getString(4));
		List<String> targets;
		if (given != null) {
			targets = Arrays.stream(given).map(String::valueOf).toList();
		}
		else if (target != null) {
			targets = target.names(row.getString(6));
		}
		else {
			table.draft.note("has foreign key '%s' to '%s', which is not read".formatted(name, row.getString(12)));
			return;
		}
		table.draft.add(new ForeignKey(name, columns, new QualifiedName(row.getString(13), CatalogQuery.text(row, 12)),
				targets, action(row.getString(7)), action(row.getString(8))));
		if ("f".equals(row.getString(9))) {
			table.draft.note("matches foreign key '%s' in full".formatted(name));
		}
	}

	private static Action action(@Nullable String code) {
		return switch (String.valueOf(code)) {
			case "r" -> Action.RESTRICT;
			case "c" -> Action.CASCADE;
			case "n" -> Action.SET_NULL;
			case "d" -> Action.SET_DEFAULT;
			default -> Action.NO_ACTION;
		};
	}

	void index(ResultSet row) throws SQLException {
		LiveTable table = this.tables.get(row.getLong(1));
		if (table == null) {
			return;
		}
		String name = CatalogQuery.text(row, 2);
		String constraint = row.getString(8);
		if ("x".equals(constraint)) {
			return;
		}
		if (constraint == null && (row.getBoolean(9) || row.getBoolean(10))) {
			table.draft.note("has index '%s', which is left out: %s".formatted(name, row.getString(13)));
			return;
		}
		noteIndex(table.draft, name, row);
		if (constraint != null) {
			return;
		}
		String[] numbers = CatalogQuery.text(row, 4).split(" ");
		String[] options = CatalogQuery.text(row, 5).split(" ");
		for (int i = 0; i < row.getInt(6); i++) {
			String column = table.name(numbers[i]);
			int option = Integer.parseInt(options[i]);
			table.draft.addIndexPart(name, row.getBoolean(3), new Index.Part(column, (option & 1) != 0));
			if (option == 1 || option == 2) {
				table.draft.note("puts nulls %s in index '%s'".formatted((option == 2) ? "first" : "last", name));
			}
		}
	}

	private static void noteIndex(TableDraft table, String name, ResultSet row) throws SQLException {
		String method = row.getString(7);
		if (!"btree".equals(method)) {
			table.note("has index '%s' by %s, which is read as a plain one".formatted(name, method));
		}
		else if (row.getBoolean(14)) {
			table.note("has index '%s' with another operator class, which is read as a plain one".formatted(name));
		}
		if (row.getString(4).split(" ").length > row.getInt(6)) {
			table.note("includes further columns in index '%s'".formatted(name));
		}
		if (!row.getBoolean(11)) {
			table.note("has index '%s' that is not valid".formatted(name));
		}
		if (row.getBoolean(12)) {
			table.note("takes nulls for equal in '%s'".formatted(name));
		}
	}

	void other(ResultSet row) throws SQLException {
		LiveTable table = this.tables.get(row.getLong(1));
		if (table != null) {
			table.draft.note(CatalogQuery.text(row, 2));
		}
	}

	/**
	 * A table and its columns by number.
	 */
	private static final class LiveTable {

		private final TableDraft draft;

		private final Map<Integer, String> columns = new HashMap<>();

		LiveTable(TableDraft draft) {
			this.draft = draft;
		}

		/** The names of columns whose numbers are an array as a text. */
		List<String> names(@Nullable String numbers) throws SQLException {
			List<String> names = new ArrayList<>();
			if (numbers != null && numbers.length() > 2) {
				for (String number : numbers.substring(1, numbers.length() - 1).split(",")) {
					names.add(name(number));
				}
			}
			return names;
		}

		String name(String number) throws SQLException {
			return CatalogQuery.require(this.columns.get(Integer.valueOf(number)), "column " + number);
		}

	}

}
