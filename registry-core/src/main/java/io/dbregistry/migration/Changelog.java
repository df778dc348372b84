package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Change;
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
		List<List<Change>> sets = this.dialect.ddl().divide(this.plan.steps().stream().map(Step::change).toList());
		for (int i = 0; i < sets.size(); i++) {
			String id = (sets.size() == 1) ? migration : "%s-%d".formatted(migration, i + 1);
			entries.add(Map.of("changeSet", changeSet(id, sets.get(i))));
		}
		return YamlText.write(comment(), Map.of("databaseChangeLog", entries));
	}

	private Map<String, Object> changeSet(String id, List<Change> changes) {
		Map<String, Object> set = new LinkedHashMap<>();
		set.put("id", id);
		set.put("author", AUTHOR);
		set.put("changes", statements(changes));
		List<Change> back = new ArrayList<>(changes.stream().map(Change::inverse).toList());
		Collections.reverse(back);
		set.put("rollback", statements(back));
		return set;
	}

	private List<Object> statements(List<Change> changes) {
		List<Object> statements = new ArrayList<>();
		for (String sql : this.dialect.ddl().alter(changes)) {
			Map<String, Object> statement = new LinkedHashMap<>();
			statement.put("sql", sql);
			statement.put("splitStatements", false);
			statements.add(Map.of("sql", statement));
		}
		return statements;
	}

	/** What people have to know who review it. */
	private String comment() {
		List<String> lines = new ArrayList<>();
		this.plan.steps().forEach((step) -> lines.add(step.toString()));
		this.plan.withheld().forEach((step) -> lines.add("not done, since it was not allowed: " + step));
		lines.addAll(this.plan.hints());
		return String.join("\n# ", String.join("\n", lines).split("\n"));
	}

}
