package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a database of SQLite.
 * <ol>
 * <li>Columns, indexes and foreign keys come from the functions that pragmas are too, one
 * query each for all tables.</li>
 * <li>The names of constraints and the conditions of checks are only in the declarations
 * of tables, which are kept as they were written.</li>
 * </ol>
 */
final class SqliteCatalogReading {

	/** What stands as a default without parentheses: a word, number, text or blob. */
	private static final Pattern LITERAL = Pattern
		.compile("[+-]?\\s*[\\w.]+(?:[eE][+-]\\d+)?|[xX]?'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"");

	private static final String TABLES = " from sqlite_master m join pragma_%s(m.name) p where m.type = 'table'";

	private final Connection connection;

	private final CatalogDraft draft;

	private final @Nullable Set<String> names;

	/** By stored name of the table, in any letter case. */
	private final Map<String, SqliteDeclaration> declarations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Map<String, TreeMap<Integer, String>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	/** Why indexes are left out, by name. */
	private final Map<String, String> strange = new HashMap<>();

	SqliteCatalogReading(Connection connection, CatalogDraft draft) {
		this.connection = connection;
		this.draft = draft;
		Set<String> wanted = draft.findNames().<Set<String>>map((found) -> {
			Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
			set.addAll(found);
			return set;
		}).orElse(null);
		this.names = wanted;
	}

	Catalog.Contents read() throws SQLException {
		List<String[]> triggers = new ArrayList<>();
		each("select type, name, tbl_name, sql from sqlite_master order by rowid", (rows) -> {
			if (CatalogQuery.text(rows, 1).equals("trigger")) {
				triggers.add(new String[] { CatalogQuery.text(rows, 3), CatalogQuery.text(rows, 2) });
			}
			readObject(CatalogQuery.text(rows, 1), CatalogQuery.text(rows, 2), rows.getString(4));
		});
		for (String[] trigger : triggers) {
			note(trigger[0], "has trigger '%s'".formatted(trigger[1]));
		}
		each("select m.name, p.name, p.type, p.\"notnull\", p.dflt_value, p.pk, p.hidden"
				+ TABLES.formatted("table_xinfo") + " order by m.name, p.cid", this::readColumn);
		readKeysAndChecks();
		each("select m.name, p.name, p.partial" + TABLES.formatted("index_list") + " and p.partial", (rows) -> {
			this.strange.put(CatalogQuery.text(rows, 2), "on a part of the rows");
		});
		each("select p.name, x.cid, x.coll"
				+ TABLES.replace(" where", " join pragma_index_xinfo(p.name) x where").formatted("index_list")
				+ " and p.origin = 'c' and x.key and (x.cid < 0 or x.coll <> 'BINARY')",
				(rows) -> this.strange.put(CatalogQuery.text(rows, 1),
						(rows.getInt(2) < 0) ? "on an expression" : "with collation " + rows.getString(3)));
		each("select m.name, p.name, p.\"unique\", x.name, x.desc"
				+ TABLES.replace(" where", " join pragma_index_xinfo(p.name) x where").formatted("index_list")
				+ " and p.origin = 'c' and x.key order by m.name, p.name, x.seqno", this::readIndex);
		readForeignKeys();
		return this.draft.build();
	}

	private void readObject(String type, String name, @Nullable String sql) {
		if (type.equals("view") && this.draft.isWhole()) {
			this.draft.note(name, "is a view, which is not read");
		}
		boolean own = name.toLowerCase(Locale.ROOT).startsWith("sqlite_");
		if (!type.equals("table") || own || sql == null || (this.names != null && !this.names.contains(name))) {
			return;
		}
		if (sql.regionMatches(true, 0, "create virtual", 0, "create virtual".length())) {
			this.draft.note(name, "is a virtual table, which is not read");
			return;
		}
		if (this.draft.begin(name) != null) {
			this.declarations.put(name, SqliteDeclaration.of(sql));
			String end = sql.substring(sql.lastIndexOf(')') + 1).toLowerCase(Locale.ROOT).strip();
			if (!end.isEmpty()) {
				note(name, "is declared '%s'".formatted(end));
			}
		}
	}

	private void readColumn(ResultSet rows) throws SQLException {
		String tableName = CatalogQuery.text(rows, 1);
		TableDraft table = this.draft.find(tableName);
		SqliteDeclaration declaration = this.declarations.get(tableName);
		if (table == null || declaration == null) {
			return;
		}
		String name = this.draft.name(CatalogQuery.text(rows, 2));
		int key = rows.getInt(6);
		if (key > 0) {
			this.keys.computeIfAbsent(tableName, (any) -> new TreeMap<>()).put(key, name);
		}
		if (rows.getInt(7) > 1) {
			table.note("computes column '%s'; it is read as one that is stored".formatted(name));
		}
		String type = CatalogQuery.text(rows, 3);
		table.add(new Column(name, SqliteNormalForm.TYPES.read(type.isEmpty() ? "blob" : type),
				!rows.getBoolean(4) && key == 0, key > 0 && declaration.isCounted(), defaultValue(rows.getString(5)),
				null));
	}

	/** The catalog leaves out the parentheses that an expression must stand in. */
	private static @Nullable String defaultValue(@Nullable String text) {
		return (text == null || LITERAL.matcher(text).matches()) ? text : "(" + text + ")";
	}

	private void readKeysAndChecks() {
		this.declarations.forEach((stored, declaration) -> {
			TableDraft table = this.draft.find(stored);
			if (table != null) {
				String keyName = declaration.keyName();
				this.keys.getOrDefault(stored, new TreeMap<>())
					.values()
					.forEach((column) -> table.addKeyColumn((keyName != null) ? this.draft.name(keyName) : null,
							column));
				int number = 0;
				for (SqliteDeclaration.Constraint unique : declaration.uniques()) {
					String name = name(unique.name(), "unique", ++number);
					unique.parts().forEach((column) -> table.addUniqueColumn(name, this.draft.name(column)));
				}
				number = 0;
				for (SqliteDeclaration.Constraint check : declaration.checks()) {
					table.add(new Check(name(check.name(), "check", ++number), check.parts().get(0)));
				}
			}
		});
	}

	/** What has no name is told apart by its place. */
	private String name(@Nullable String declared, String kind, int number) {
		return (declared != null) ? this.draft.name(declared) : kind + "_" + number;
	}

	private void readIndex(ResultSet rows) throws SQLException {
		TableDraft table = this.draft.find(CatalogQuery.text(rows, 1));
		if (table == null) {
			return;
		}
		String stored = CatalogQuery.text(rows, 2);
		String reason = this.strange.get(stored);
		if (reason == null) {
			table.addIndexPart(this.draft.name(stored), rows.getBoolean(3),
					new Index.Part(this.draft.name(CatalogQuery.text(rows, 4)), rows.getBoolean(5)));
		}
		else if (this.strange.put(stored, "") != null && !reason.isEmpty()) {
			table.note("has index '%s' %s, which is left out".formatted(this.draft.name(stored), reason));
		}
	}

	/** The last one declared has the number 0. */
	private void readForeignKeys() throws SQLException {
		Map<String, Map<Integer, List<Reference>>> found = new LinkedHashMap<>();
		each("select m.name, p.id, p.\"table\", p.\"from\", p.\"to\", p.on_delete, p.on_update"
				+ TABLES.formatted("foreign_key_list") + " order by m.name, p.id desc, p.seq", (rows) -> {
					Reference reference = new Reference(CatalogQuery.text(rows, 3), CatalogQuery.text(rows, 4),
							rows.getString(5), CatalogQuery.text(rows, 6), CatalogQuery.text(rows, 7));
					found.computeIfAbsent(CatalogQuery.text(rows, 1), (table) -> new LinkedHashMap<>())
						.computeIfAbsent(rows.getInt(2), (id) -> new ArrayList<>())
						.add(reference);
				});
		found.forEach((stored, references) -> {
			TableDraft table = this.draft.find(stored);
			SqliteDeclaration declaration = this.declarations.get(stored);
			if (table != null && declaration != null) {
				int number = 0;
				for (List<Reference> columns : references.values()) {
					String declared = (number < declaration.foreignKeys().size())
							? declaration.foreignKeys().get(number) : null;
					table.add(foreignKey(name(declared, "reference", ++number), columns));
				}
			}
		});
	}

	private ForeignKey foreignKey(String name, List<Reference> columns) {
		Reference first = columns.get(0);
		List<String> targets = new ArrayList<>();
		for (Reference column : columns) {
			String to = column.to();
			// without a column it is the primary key of the target, in its order
			String implied = this.keys.getOrDefault(first.table(), new TreeMap<>()).get(targets.size() + 1);
			targets.add((to != null) ? this.draft.name(to) : (implied != null) ? implied : "rowid");
		}
		return new ForeignKey(name, columns.stream().map((column) -> this.draft.name(column.from())).toList(),
				QualifiedName.of(this.draft.name(first.table())), targets, action(first.onDelete()),
				action(first.onUpdate()));
	}

	private static Action action(String rule) {
		return Action.valueOf(rule.replace(' ', '_'));
	}

	private void note(String table, String text) {
		TableDraft found = this.draft.find(table);
		if (found != null) {
			found.note(text);
		}
	}

	private void each(String sql, CatalogQuery.RowWork work) throws SQLException {
		CatalogQuery.run(this.connection, sql, List.of(), work);
	}

	/** One column of a foreign key. */
	private record Reference(String table, String from, @Nullable String to, String onDelete, String onUpdate) {
	}

}
