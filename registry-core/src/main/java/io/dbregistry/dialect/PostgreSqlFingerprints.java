package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fingerprints of the schemas of PostgreSQL. One line says each part; names of the schema
 * itself are left out of the words of the server. Lines are sorted and summed up by the
 * server.
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
				select a.*, r.relname, r.space, r.own from relation r
					join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
				where r.relkind <> 'S'),
			said as (
				select space, own, concat_ws(' ', relkind, relname) as line, pg_get_viewdef(oid) as words
				from relation where relkind in ('v', 'm')
				union all
				select f.space, f.own, concat_ws(' ', 'default', f.relname, f.attname), pg_get_expr(e.adbin, e.adrelid)
				from field f join pg_catalog.pg_attrdef e on e.adrelid = f.attrelid and e.adnum = f.attnum
				union all
				select r.space, r.own, concat_ws(' ', 'check', r.relname, n.conname, n.convalidated), pg_get_constraintdef(n.oid)
				from relation r join pg_catalog.pg_constraint n on n.conrelid = r.oid and n.contype not in ('p', 'u', 'f')
				union all
				select r.space, r.own, concat_ws(' ', 'index', r.relname), pg_get_indexdef(i.indexrelid)
				from relation r join pg_catalog.pg_index i on i.indrelid = r.oid
				where i.indpred is not null or i.indexprs is not null
				union all
				select r.space, r.own, concat_ws(' ', 'trigger', r.relname, t.tgname), pg_get_triggerdef(t.oid)
				from relation r join pg_catalog.pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal),
			part as (
				select space, concat_ws(' ', relkind, relname) as line from relation where relkind not in ('v', 'm')
				union all
				select space, line || replace(replace(replace(' ' || words, ' ' || own, ' '), '(' || own, '('),
					'''' || own, '''') from said
				union all
				select f.space, concat_ws(' ', 'column', f.relname, f.attname, format_type(f.atttypid, f.atttypmod),
					f.attnotnull, f.attidentity, f.attgenerated, l.collname)
				from field f left join pg_catalog.pg_collation l on l.oid = f.attcollation
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
					x.relam, i.indoption, i.indclass, string_agg(a.attname, ',' order by k.pos))
				from relation r
					join pg_catalog.pg_index i on i.indrelid = r.oid and i.indpred is null and i.indexprs is null
					join pg_catalog.pg_class x on x.oid = i.indexrelid
					cross join lateral unnest(i.indkey) with ordinality k (num, pos)
					join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num
				group by i.indexrelid, r.space, r.relname, x.relname, i.indisunique, i.indisvalid, i.indnkeyatts, x.relam,
					i.indoption, i.indclass
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
