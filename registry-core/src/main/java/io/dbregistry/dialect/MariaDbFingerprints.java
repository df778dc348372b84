package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fingerprints of the schemas of MariaDB. One line says each part; its digests are sorted
 * and summed up by the server, which cuts texts off that are longer than a million
 * characters, and digests are shorter. The numbers of sequences are not among them.
 */
final class MariaDbFingerprints {

	/** Where each is, what it is, and whether it has a gap for tables to ignore. */
	private static final List<String> PARTS = List.of(
			"""
					select table_schema as place, concat_ws(' ', 'table', table_name, table_type, engine, table_collation) as line
					from information_schema.tables where table_schema in (%1$s) and table_name not in (%2$s)""",
			"""
					select table_schema, concat_ws(' ', 'column', table_name, column_name, column_type, is_nullable,
						coalesce(column_default, '-'), extra, collation_name, generation_expression)
					from information_schema.columns where table_schema in (%1$s) and table_name not in (%2$s)""",
			"""
					select table_schema, concat_ws(' ', 'index', table_name, index_name, non_unique, seq_in_index, column_name,
						collation, sub_part, index_type)
					from information_schema.statistics where table_schema in (%1$s) and table_name not in (%2$s)""",
			"""
					select table_schema, concat_ws(' ', 'key', table_name, constraint_name, ordinal_position, column_name,
						nullif(referenced_table_schema, table_schema), referenced_table_name, referenced_column_name)
					from information_schema.key_column_usage where table_schema in (%1$s) and table_name not in (%2$s)""",
			"""
					select constraint_schema, concat_ws(' ', 'rule', table_name, constraint_name, update_rule, delete_rule)
					from information_schema.referential_constraints where constraint_schema in (%1$s) and table_name not in (%2$s)""",
			"""
					select constraint_schema, concat_ws(' ', 'check', table_name, constraint_name, check_clause)
					from information_schema.check_constraints where constraint_schema in (%1$s) and table_name not in (%2$s)""");

	private MariaDbFingerprints() {
	}

	static Map<String, String> read(Connection connection, Collection<String> schemas, Collection<String> ignored)
			throws SQLException {
		if (schemas.isEmpty()) {
			return Map.of();
		}
		String places = String.join(", ", Collections.nCopies(schemas.size(), "?"));
		String tables = String.join(", ", Collections.nCopies(ignored.size() + 1, "?"));
		List<String> parameters = new ArrayList<>();
		List<String> queries = new ArrayList<>();
		for (String part : PARTS) {
			queries.add(part.formatted(places, tables));
			parameters.addAll(schemas);
			parameters.addAll(ignored);
			parameters.add("");
		}
		// the server takes names for equal that differ in letter case
		String sql = "select max(place), md5(group_concat(md5(line) order by line)) from (%s) parts group by hex(place)"
			.formatted(String.join(" union all ", queries));
		Set<String> wanted = new HashSet<>(schemas);
		Map<String, String> fingerprints = new HashMap<>();
		CatalogQuery.run(connection, sql, parameters, (rows) -> {
			String schema = CatalogQuery.text(rows, 1);
			if (wanted.contains(schema)) {
				fingerprints.put(schema, CatalogQuery.text(rows, 2));
			}
		});
		return fingerprints;
	}

}
