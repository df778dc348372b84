package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;
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
		return YamlText.write(comment(), Map.of("databaseChangeLog", entries));
	}

	/** What is made and undone together; schemas come first. */
	private List<Map<String, Object>> sets() {
		List<String> schemas = this.plan.schemas().stream().map(this.dialect::createSchemaIfMissing).toList();
		List<Change> changes = this.plan.steps().stream().map(Step::change).toList();
		List<Map<String, Object>> sets = new ArrayList<>();
		Metadata before = this.plan.before();
		for (List<Change> together : this.dialect.ddl().divide(changes)) {
			Metadata after = before.apply(together);
			List<Change> back = new ArrayList<>(together.stream().map(Change::inverse).toList());
			Collections.reverse(back);
			sets.add(set(this.dialect.ddl().alter(before, together), this.dialect.ddl().alter(after, back)));
			before = after;
		}
		if (!schemas.isEmpty()) {
			// nobody knows whether they were there before, and an empty one hurts nobody
			sets.add(0, set(schemas, List.of()));
		}
		return sets;
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
		List<String> lines = this.plan.describe("not done, since it was not allowed");
		return String.join("\n# ", String.join("\n", lines).split("\n"));
	}

}
