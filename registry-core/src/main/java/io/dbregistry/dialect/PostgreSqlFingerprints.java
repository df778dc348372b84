package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fingerprints of the schemas of PostgreSQL, by one query:
 * <ol>
 * <li>One line says each table with its columns, each key, each index and so on. Names of
 * the schema itself are left out of the words of the server.</li>
 * <li>Finding words takes the server longest. A default names no columns, so that it
 * needs no table; a check constraint that is stored alike for columns of the same names
 * is put into words once for all schemas.</li>
 * <li>Lines are sorted and summed up by the server.</li>
 * </ol>
 */
final class PostgreSqlFingerprints {

	private static final String SQL = """
			with space as materialized (
				select oid, nspname, quote_ident(nspname) || '.' as own from pg_catalog.pg_namespace where nspname = any(?)),
			relation as materialized (
				select c.oid, c.relname, c.relkind, s.oid as space, s.own from pg_catalog.pg_class c
					join space s on s.oid = c.relnamespace
				where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relname <> all(?)),
			field as materialized (
				select r.oid, array_agg(a.attname order by a.attnum) as names,
					string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
						a.attgenerated, l.collname,
						pg_get_expr(e.adbin, case when a.attgenerated = '' then 0 else e.adrelid end)), e'\\n' order by a.attname)
						filter (where not a.attisdropped) as columns
				from relation r
					join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0
					left join pg_catalog.pg_collation l on l.oid = a.attcollation
					left join pg_catalog.pg_attrdef e on e.adrelid = a.attrelid and e.adnum = a.attnum
				where r.relkind <> 'S'
				group by r.oid),
			tested as materialized (
				select n.oid, r.space, r.own, concat_ws(' ', 'check', r.relname, n.conname) as line,
					md5(concat_ws(' ', r.relname, f.names, n.connoinherit, n.convalidated, n.conbin)) as same
				from relation r join pg_catalog.pg_constraint n on n.conrelid = r.oid and n.contype = 'c' join field f on f.oid = r.oid),
			worded as materialized (
				select same, pg_get_constraintdef(oid) as words from (select same, min(oid) as oid from tested group by same) one),
			said as (
				select r.space, r.own, concat_ws(' ', r.relkind, r.relname) as line,
					concat_ws(' ', f.columns, case when r.relkind in ('v', 'm') then pg_get_viewdef(r.oid) end) as words
				from relation r left join field f on f.oid = r.oid
				union all
				select c.space, c.own, c.line, w.words from tested c join worded w on w.same = c.same
				union all
				select r.space, r.own, concat_ws(' ', 'constraint', r.relname, n.conname), pg_get_constraintdef(n.oid)
				from relation r join pg_catalog.pg_constraint n on n.conrelid = r.oid and n.contype not in ('p', 'u', 'f', 'c')
				union all
				select r.space, r.own, concat_ws(' ', 'index', r.relname), pg_get_indexdef(i.indexrelid)
				from relation r join pg_catalog.pg_index i on i.indrelid = r.oid
				where i.indpred is not null or i.indexprs is not null
				union all
				select r.space, r.own, concat_ws(' ', 'trigger', r.relname, t.tgname), pg_get_triggerdef(t.oid)
				from relation r join pg_catalog.pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal),
			part as (
				select space, line || replace(replace(replace(replace(' ' || words, ' ' || own, ' '), '(' || own, '('),
					'''' || own, ''''), '::' || own, '::') as line from said
				union all
				select r.space, concat_ws(' ', 'key', r.relname, n.conname, n.contype, n.condeferrable, n.condeferred)
				from relation r join pg_catalog.pg_constraint n on n.conrelid = r.oid and n.contype in ('p', 'u')
				union all
				select r.space, concat_ws(' ', 'reference', r.relname, n.conname, n.confdeltype, n.confupdtype, n.confmatchtype,
					n.convalidated, n.condeferrable, n.condeferred,
					case when f.relnamespace <> r.space then f.relnamespace::regnamespace end, f.relname,
					string_agg(a.attname || ' ' || b.attname, ',' order by k.pos))
				from relation r join pg_catalog.pg_constraint n on n.conrelid = r.oid and n.contype = 'f'
					join pg_catalog.pg_class f on f.oid = n.confrelid
					cross join lateral unnest(n.conkey, n.confkey) with ordinality k (own, other, pos)
					join pg_catalog.pg_attribute a on a.attrelid = n.conrelid and a.attnum = k.own
					join pg_catalog.pg_attribute b on b.attrelid = n.confrelid and b.attnum = k.other
				group by n.oid, r.space, r.relname, n.conname, n.confdeltype, n.confupdtype, n.confmatchtype,
					n.convalidated, n.condeferrable, n.condeferred, f.relnamespace, f.relname
				union all
				select r.space, concat_ws(' ', 'index', r.relname, x.relname, i.indisunique, i.indisvalid, i.indnkeyatts,
					x.relam, i.indoption, i.indclass, array(select f.names[k] from unnest(i.indkey::int2[]) k))
				from relation r
					join field f on f.oid = r.oid
					join pg_catalog.pg_index i on i.indrelid = r.oid and i.indpred is null and i.indexprs is null
					join pg_catalog.pg_class x on x.oid = i.indexrelid
				union all
				select r.space, concat_ws(' ', 'sequence', r.relname, format_type(q.seqtypid, null), q.seqstart, q.seqincrement,
					q.seqmin, q.seqmax, q.seqcycle)
				from relation r join pg_catalog.pg_sequence q on q.seqrelid = r.oid)
			select s.nspname, md5(string_agg(p.line, e'\\n' order by p.line collate "C"))
			from part p join space s on s.oid = p.space group by s.nspname""";

	private PostgreSqlFingerprints() {
	}

	/** Compiling the query takes the server longer than executing it. */
	static Map<String, String> read(Connection connection, Collection<String> schemas, Collection<String> ignored)
			throws SQLException {
		boolean autoCommit = connection.getAutoCommit();
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute("set local jit = off; set local work_mem = '64MB'");
			Map<String, String> fingerprints = new HashMap<>();
			CatalogQuery.run(connection, SQL, List.of(schemas, ignored),
					(rows) -> fingerprints.put(CatalogQuery.text(rows, 1), CatalogQuery.text(rows, 2)));
			return fingerprints;
		}
		finally {
			if (autoCommit) {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
	}

}
