package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Table;
import io.dbregistry.migration.MigrationPlan.Step;

/**
 * The text of a changelog: the statements of a plan in the SQL of one product, each with
 * those that undo it.
 */
final class Changelog {

	private static final String AUTHOR = "registry";

	/** The short names that Liquibase has for products, where they are others. */
	private static final Map<String, String> LIQUIBASE = Map.of("mariadb", "mariadb,mysql");

	private final Dialect dialect;

	private final MigrationPlan plan;

	Changelog(Dialect dialect, MigrationPlan plan) {
		this.dialect = dialect;
		this.plan = plan;
	}

	/**
	 * The text.
	 * @param migration the name of the migration
	 * @param path the place of the file below the root of the class path
	 */
	String text(String migration, String path) {
		List<Object> entries = new ArrayList<>();
		entries.add(Map.of("logicalFilePath", path));
		String product = this.dialect.product().toLowerCase(Locale.ROOT);
		entries.add(Map.of("preConditions",
				List.of(Map.of("dbms", Map.of("type", LIQUIBASE.getOrDefault(product, product))))));
		List<Map<String, Object>> sets = sets();
		for (int i = 0; i < sets.size(); i++) {
			Map<String, Object> set = new LinkedHashMap<>();
			set.put("id", (sets.size() == 1) ? migration : "%s-%d".formatted(migration, i + 1));
			set.put("author", AUTHOR);
			set.putAll(sets.get(i));
			entries.add(Map.of("changeSet", set));
		}
		return YamlText.writeLines(comment(), Map.of("databaseChangeLog", entries));
	}

	/** What is made and undone together; schemas come first. */
	private List<Map<String, Object>> sets() {
		List<String> schemas = this.plan.schemas().stream().map(this.dialect::createSchemaIfMissing).toList();
		List<Change> changes = this.plan.steps().stream().map(Step::change).toList();
		List<Map<String, Object>> sets = new ArrayList<>();
		Metadata before = this.plan.before();
		for (List<Change> together : this.dialect.ddl().divide(changes)) {
			Metadata after = before.apply(together);
			List<Change> back = back(before, together);
			sets.add(set(this.dialect.ddl().alter(before, together), this.dialect.ddl().alter(after, back)));
			before = after;
		}
		if (!schemas.isEmpty()) {
			// nobody knows whether they were there before, and an empty one hurts nobody
			sets.add(0, set(schemas, List.of()));
		}
		return sets;
	}

	/** Rows that are there when a column comes back have no value for it any more. */
	private static List<Change> back(Metadata before, List<Change> changes) {
		List<Change> back = new ArrayList<>();
		for (Change change : changes) {
			back.add(0,
					losesValues(before, change)
							? new ColumnAdded(change.table(), Goal.optional(((ColumnRemoved) change).column()))
							: change.inverse());
		}
		return back;
	}

	/** Columns of a primary key cannot come back in a table with rows at all. */
	private static boolean losesValues(Metadata before, Change change) {
		return change instanceof ColumnRemoved removed && removed.column().requiresValue()
				&& before.find(change.table())
					.map(Table::primaryKey)
					.filter((key) -> key.columns().contains(removed.column().name()))
					.isEmpty();
	}

	private static Map<String, Object> set(List<String> statements, List<String> back) {
		Map<String, Object> set = new LinkedHashMap<>();
		set.put("changes", changes(statements));
		set.put("rollback", changes(back));
		return set;
	}

	private static List<Object> changes(List<String> statements) {
		List<Object> changes = new ArrayList<>();
		for (String sql : statements) {
			Map<String, Object> statement = new LinkedHashMap<>();
			statement.put("sql", sql);
			statement.put("splitStatements", false);
			changes.add(Map.of("sql", statement));
		}
		return changes;
	}

	/** What people have to know who review it. */
	private String comment() {
		List<String> lines = new ArrayList<>(this.plan.describe("not done, since it was not allowed"));
		for (Step step : this.plan.steps()) {
			if (losesValues(this.plan.before(), step.change())) {
				lines.add("Rolled back, column '%s' of table '%s' can be null: its values are lost"
					.formatted(((ColumnRemoved) step.change()).column().name(), step.change().table()));
			}
		}
		return String.join("\n# ", String.join("\n", lines).split("\n"));
	}

}
