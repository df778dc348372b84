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
import java.util.Objects;
import java.util.Set;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a schema of H2.
 * <ol>
 * <li>Tables, columns, keys, constraints and indexes are read view by view: H2 joins the
 * views of its catalog by trying all pairs, so what belongs together is put together
 * here.</li>
 * <li>A foreign key names the constraint it refers to; when any of these are in other
 * schemas, their columns are one more query.</li>
 * </ol>
 */
final class H2CatalogReading {

	private final Connection connection;

	private final CatalogDraft draft;

	private final H2Types types = new H2Types();

	/** The columns of keys by schema and name of the constraint. */
	private final Map<QualifiedName, KeyColumns> keys = new HashMap<>();

	/** By the name of the index. */
	private final Map<String, List<IndexColumn>> indexColumns = new HashMap<>();

	private final Map<String, String> checkClauses = new HashMap<>();

	private final Map<String, String[]> references = new HashMap<>();

	H2CatalogReading(Connection connection, CatalogDraft draft) {
		this.connection = connection;
		this.draft = draft;
	}

	Catalog.Contents read() throws SQLException {
		readTables();
		readTypeParts();
		readColumns();
		readKeys();
		each("select constraint_name, check_clause from information_schema.check_constraints", "constraint_schema",
				false, (rows) -> this.checkClauses.put(CatalogQuery.text(rows, 1), CatalogQuery.text(rows, 2)));
		readIndexColumns();
		readConstraints();
		readIndexes();
		each("select trigger_name, event_object_table from information_schema.triggers", "event_object_schema", false,
				(rows) -> note(rows.getString(2), "has trigger '%s'".formatted(rows.getString(1))));
		readSequences();
		return this.draft.build();
	}

	private void readTables() throws SQLException {
		each("select table_name, table_type, remarks from information_schema.tables", "table_schema", true, (rows) -> {
			String name = CatalogQuery.text(rows, "TABLE_NAME");
			String type = CatalogQuery.text(rows, "TABLE_TYPE");
			if (type.equals("BASE TABLE")) {
				TableDraft table = this.draft.begin(name);
				if (table != null) {
					table.comment(rows.getString("REMARKS"));
				}
			}
			else if (this.draft.isWhole()) {
				this.draft.note(name, "is a %s, which is not read".formatted(type.toLowerCase(Locale.ROOT)));
			}
		});
	}

	private void readTypeParts() throws SQLException {
		each("select object_name, enum_identifier, value_name from information_schema.enum_values", "object_schema",
				false, this.types::addEnumValue);
		each("select * from information_schema.element_types", "object_schema", false, this.types::addElement);
	}

	private void readColumns() throws SQLException {
		each("select * from information_schema.columns", "table_schema", true, (rows) -> {
			TableDraft table = this.draft.find(CatalogQuery.text(rows, "TABLE_NAME"));
			if (table != null) {
				readColumn(rows, table);
			}
		});
	}

	private void readColumn(ResultSet rows, TableDraft table) throws SQLException {
		String stored = CatalogQuery.text(rows, "COLUMN_NAME");
		String name = this.draft.name(stored);
		if (!this.draft.canName(stored)) {
			table.note("has a column '%s' stored in lower case, which no declared name stands for; it is left out"
				.formatted(stored));
			return;
		}
		boolean identity = CatalogQuery.text(rows, "IS_IDENTITY").equals("YES");
		noteColumn(rows, table, name, identity);
		ColumnType type = this.types.read(rows);
		String generated = CatalogQuery.text(rows, "IS_GENERATED").equals("ALWAYS")
				? rows.getString("GENERATION_EXPRESSION") : null;
		if (generated != null) {
			table.note("computes column '%s' as %s; it is read as one that is stored".formatted(name, generated));
		}
		String comment = rows.getString("REMARKS");
		table.add(new Column(name, type, CatalogQuery.text(rows, "IS_NULLABLE").equals("YES"), identity,
				rows.getString("COLUMN_DEFAULT"), (comment == null || comment.isEmpty()) ? null : comment));
	}

	private static void noteColumn(ResultSet rows, TableDraft table, String name, boolean identity)
			throws SQLException {
		if (identity && rows.getString("IDENTITY_GENERATION").equals("ALWAYS")) {
			table.note("generates column '%s' always; a given value is refused".formatted(name));
		}
		if (identity && (rows.getLong("IDENTITY_START") != 1 || rows.getLong("IDENTITY_INCREMENT") != 1)) {
			table.note("counts column '%s' from %s by %s".formatted(name, rows.getString("IDENTITY_START"),
					rows.getString("IDENTITY_INCREMENT")));
		}
		String domain = rows.getString("DOMAIN_NAME");
		if (domain != null) {
			table.note("has domain '%s' for column '%s'; its base type is read".formatted(domain, name));
		}
		if (rows.getString("COLUMN_ON_UPDATE") != null) {
			table.note("sets column '%s' to %s at each update".formatted(name, rows.getString("COLUMN_ON_UPDATE")));
		}
		if (!rows.getBoolean("IS_VISIBLE")) {
			table.note("hides column '%s' from select *".formatted(name));
		}
		String collation = rows.getString("COLLATION_NAME");
		if (collation != null && !collation.equals("OFF")) {
			table.note("collates column '%s' by %s".formatted(name, collation));
		}
	}

	private void readKeys() throws SQLException {
		each("select constraint_schema, constraint_name, table_name, column_name, position_in_unique_constraint"
				+ " from information_schema.key_column_usage", "constraint_schema", false, this::addKeyColumn);
		Set<String> others = new HashSet<>();
		each("select constraint_name, unique_constraint_schema, unique_constraint_name, delete_rule, update_rule"
				+ " from information_schema.referential_constraints", "constraint_schema", false, (rows) -> {
					String[] reference = { CatalogQuery.text(rows, 2), CatalogQuery.text(rows, 3),
							CatalogQuery.text(rows, 4), CatalogQuery.text(rows, 5) };
					this.references.put(CatalogQuery.text(rows, 1), reference);
					others.add(reference[0]);
				});
		others.remove(this.draft.schema());
		if (!others.isEmpty()) {
			CatalogQuery.run(this.connection,
					"select constraint_schema, constraint_name, table_name, column_name, position_in_unique_constraint"
							+ " from information_schema.key_column_usage where constraint_schema = any(?)"
							+ " order by constraint_schema, constraint_name, ordinal_position",
					List.of(others), this::addKeyColumn);
		}
	}

	private void addKeyColumn(ResultSet rows) throws SQLException {
		QualifiedName constraint = new QualifiedName(CatalogQuery.text(rows, 1), CatalogQuery.text(rows, 2));
		KeyColumns key = this.keys.computeIfAbsent(constraint, (name) -> new KeyColumns());
		key.table = CatalogQuery.text(rows, 3);
		key.columns.add(this.draft.name(CatalogQuery.text(rows, 4)));
		key.targets.add(rows.getInt(5));
	}

	private void readConstraints() throws SQLException {
		List<Constraint> constraints = new ArrayList<>();
		each("select constraint_name, constraint_type, table_name, index_name from information_schema.table_constraints",
				"table_schema", true, (rows) -> constraints.add(new Constraint(CatalogQuery.text(rows, 1),
						CatalogQuery.text(rows, 2), CatalogQuery.text(rows, 3), rows.getString(4))));
		constraints.forEach(this::renameColumns);
		for (Constraint constraint : constraints) {
			TableDraft table = this.draft.find(constraint.table());
			if (table != null) {
				readConstraint(constraint.name(), constraint.type(), table);
			}
		}
	}

	/**
	 * Until it is opened again, H2 lists the columns of a key by the names they had
	 * before they were renamed, but those of its index by the new ones.
	 */
	private void renameColumns(Constraint constraint) {
		KeyColumns key = this.keys.get(new QualifiedName(this.draft.schema(), constraint.name()));
		TableDraft table = this.draft.find(constraint.table());
		List<IndexColumn> index = this.indexColumns.getOrDefault(String.valueOf(constraint.index()), List.of());
		if (key != null && table != null && index.size() >= key.columns.size()) {
			for (int i = 0; i < key.columns.size(); i++) {
				if (!table.hasColumn(key.columns.get(i))) {
					key.columns.set(i, index.get(i).name());
				}
			}
		}
	}

	private void readConstraint(String stored, String type, TableDraft table) throws SQLException {
		String name = this.draft.name(stored);
		switch (type) {
			case "PRIMARY KEY" -> key(stored).columns.forEach((column) -> table.addKeyColumn(name, column));
			case "UNIQUE" -> key(stored).columns.forEach((column) -> table.addUniqueColumn(name, column));
			case "CHECK" -> table.add(new Check(name, part(this.checkClauses.get(stored), stored)));
			case "FOREIGN KEY" -> table.add(foreignKey(name, key(stored), part(this.references.get(stored), stored)));
			default -> table.note("has %s constraint '%s'".formatted(type, name));
		}
	}

	private KeyColumns key(String stored) throws SQLException {
		return part(this.keys.get(new QualifiedName(this.draft.schema(), stored)), stored);
	}

	private static <T> T part(@Nullable T part, String constraint) throws SQLException {
		return CatalogQuery.require(part, "part of constraint '%s'".formatted(constraint));
	}

	private ForeignKey foreignKey(String name, KeyColumns key, String[] reference) throws SQLException {
		KeyColumns target = part(this.keys.get(new QualifiedName(reference[0], reference[1])), reference[1]);
		List<String> targets = key.targets.stream().map((position) -> target.columns.get(position - 1)).toList();
		return new ForeignKey(name, key.columns, new QualifiedName(reference[0], this.draft.name(target.table)),
				targets, action(reference[2]), action(reference[3]));
	}

	private static Action action(String rule) {
		return Action.valueOf(rule.replace(' ', '_'));
	}

	private void readIndexColumns() throws SQLException {
		each("select index_name, table_name, column_name, ordering_specification, is_unique"
				+ " from information_schema.index_columns", "index_schema", true,
				(rows) -> this.indexColumns.computeIfAbsent(CatalogQuery.text(rows, 1), (name) -> new ArrayList<>())
					.add(new IndexColumn(CatalogQuery.text(rows, 2), this.draft.name(CatalogQuery.text(rows, 3)),
							CatalogQuery.text(rows, 4).equals("DESC"), rows.getBoolean(5))));
	}

	private void readIndexes() throws SQLException {
		each("select index_name, table_name, index_type_name, nulls_distinct from information_schema.indexes"
				+ " where not is_generated", "index_schema", true, (rows) -> {
					String name = CatalogQuery.text(rows, 1);
					String type = CatalogQuery.text(rows, 3);
					if (!type.equals("INDEX") && !type.equals("UNIQUE INDEX")) {
						note(CatalogQuery.text(rows, 2), "has index '%s' as %s, which is read as a plain one"
							.formatted(this.draft.name(name), type));
					}
					this.indexColumns.getOrDefault(name, List.of()).forEach((column) -> addIndexPart(name, column));
				});
	}

	private void addIndexPart(String stored, IndexColumn column) {
		TableDraft table = this.draft.find(column.table());
		if (table != null) {
			table.addIndexPart(this.draft.name(stored), column.unique(),
					new Index.Part(column.name(), column.descending()));
		}
	}

	private void readSequences() throws SQLException {
		each("select sequence_name, start_value, increment, data_type, cycle_option from information_schema.sequences",
				"sequence_schema", false, (rows) -> {
					String name = rows.getString(1);
					this.draft.addSequence(name, rows.getLong(2), rows.getLong(3));
					if (!rows.getString(4).equals("BIGINT") || !rows.getString(5).equals("NO")) {
						this.draft.note(name,
								"is a sequence of %s, cycle %s".formatted(rows.getString(4), rows.getString(5)));
					}
				});
	}

	private void note(String table, String text) {
		TableDraft draft = this.draft.find(table);
		if (draft != null) {
			draft.note(text);
		}
	}

	/**
	 * Reads a view of the catalog.
	 * @param column the column with the schema
	 * @param filtered whether the view has a column {@code table_name}
	 */
	private void each(String select, String column, boolean filtered, CatalogQuery.RowWork work) throws SQLException {
		List<Object> parameters = new ArrayList<>();
		parameters.add(Objects.requireNonNull(this.draft.schema()));
		String sql = select + (select.contains(" where ") ? " and " : " where ") + column + " = ?";
		List<String> names = filtered ? this.draft.findNames().orElse(null) : null;
		if (names != null) {
			sql += " and table_name = any(?)";
			parameters.add(names);
		}
		CatalogQuery.run(this.connection, sql + order(select), parameters, work);
	}

	private static String order(String select) {
		if (select.contains("key_column_usage")) {
			return " order by constraint_name, ordinal_position";
		}
		if (select.contains("index_columns")) {
			return " order by index_name, ordinal_position";
		}
		if (select.contains("enum_values")) {
			return " order by object_name, enum_identifier, value_ordinal";
		}
		return select.contains(".columns") ? " order by table_name, ordinal_position" : "";
	}

	/** A column of an index. */
	private record IndexColumn(String table, String name, boolean descending, boolean unique) {

	}

	/** A constraint and the index it uses, if any. */
	private record Constraint(String name, String type, String table, @Nullable String index) {

	}

	/** The columns of a constraint. */
	private static final class KeyColumns {

		private String table = "";

		private final List<String> columns = new ArrayList<>();

		/** For each column the position of its target in the constraint referred to. */
		private final List<Integer> targets = new ArrayList<>();

	}

}
