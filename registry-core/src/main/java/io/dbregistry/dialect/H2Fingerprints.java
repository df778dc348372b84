package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fingerprints of the schemas of H2. One line says each part, without the names that the
 * server makes up; lines are sorted and summed up by the server.
 */
final class H2Fingerprints {

	private static final String SQL = """
			select place, rawtohex(hash('MD5', listagg(replace(line, '"' || place || '".', ''), char(10)) within group (order by line))) from (
				select table_schema as place, concat_ws(' ', 'table', table_name, table_type) as line, table_name as name
				from information_schema.tables
				union all
				select table_schema, concat_ws(' ', 'column', table_name, column_name, data_type, character_maximum_length,
					numeric_precision, numeric_scale, datetime_precision, is_nullable, column_default, is_identity,
					is_generated, generation_expression), table_name
				from information_schema.columns
				union all
				select i.table_schema, concat_ws(' ', 'index', i.table_name, case when i.is_generated then '' else i.index_name end,
					i.index_type_name, c.ordinal_position, c.column_name, c.ordering_specification, c.is_unique), i.table_name
				from information_schema.indexes i join information_schema.index_columns c
					on c.index_schema = i.index_schema and c.index_name = i.index_name
				union all
				select t.constraint_schema, concat_ws(' ', 'key', t.table_name, t.constraint_type,
					case when t.constraint_name like 'CONSTRAINT\\_%' then '' else t.constraint_name end,
					k.column_name, k.ordinal_position, r.update_rule, r.delete_rule, c.check_clause, u.table_name, u.column_name,
					case when u.table_schema <> t.table_schema then u.table_schema end), t.table_name
				from information_schema.table_constraints t
					left join information_schema.key_column_usage k
						on k.constraint_schema = t.constraint_schema and k.constraint_name = t.constraint_name
					left join information_schema.check_constraints c
						on c.constraint_schema = t.constraint_schema and c.constraint_name = t.constraint_name
					left join information_schema.referential_constraints r
						on r.constraint_schema = t.constraint_schema and r.constraint_name = t.constraint_name
					left join information_schema.key_column_usage u on u.constraint_schema = r.unique_constraint_schema
						and u.constraint_name = r.unique_constraint_name and u.ordinal_position = k.position_in_unique_constraint
				union all
				select sequence_schema, concat_ws(' ', 'sequence', sequence_name, data_type, start_value, increment,
					minimum_value, maximum_value, cycle_option), ''
				from information_schema.sequences)
			where place = any(?) and not name = any(?) group by place""";

	private H2Fingerprints() {
	}

	static Map<String, String> read(Connection connection, Collection<String> schemas, Collection<String> ignored)
			throws SQLException {
		Map<String, String> fingerprints = new HashMap<>();
		CatalogQuery.run(connection, SQL, List.of(schemas, ignored),
				(rows) -> fingerprints.put(CatalogQuery.text(rows, 1), CatalogQuery.text(rows, 2)));
		return fingerprints;
	}

}
