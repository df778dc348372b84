package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * The catalog of PostgreSQL, read in one round trip: the driver sends the queries of one
 * statement together and takes their results one after another. Numbers of columns are
 * asked for as texts, which look the same whether the driver gets values in binary or
 * not.
 */
final class PostgreSqlCatalog implements Catalog {

	/** Since this version a unique constraint can take nulls for equal. */
	private static final int NULLS_NOT_DISTINCT = 15;

	/**
	 * The state of a failure of functions that describe a table which is dropped since
	 * the query began.
	 */
	private static final String INTERNAL_ERROR = "XX000";

	private static final String TABLES = """
			select c.oid, c.relname, c.relkind, c.relispartition, c.relpersistence, c.relrowsecurity, d.description,
				case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_key
			from pg_catalog.pg_class c
				left join pg_catalog.pg_description d
					on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0
			where c.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ?)
				and c.relkind in ('r', 'p', 'v', 'm', 'f')%s
			""";

	private static final String COLUMNS = """
			select a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
				a.attgenerated, pg_get_expr(e.adbin, e.adrelid, true), d.description, l.collname
			from pg_catalog.pg_class c
				join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
				left join pg_catalog.pg_attrdef e on e.adrelid = a.attrelid and e.adnum = a.attnum
				left join pg_catalog.pg_description d
					on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = a.attnum
				left join pg_catalog.pg_collation l on l.oid = a.attcollation and l.collname <> 'default'
			where c.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ?)
				and c.relkind in ('r', 'p')%s
			order by a.attrelid, a.attnum
			""";

	/**
	 * The columns of a table in another schema are named here, others by their numbers.
	 */
	private static final String CONSTRAINTS = """
			select n.conrelid, n.conname, n.contype, n.conkey::text, n.confrelid, n.confkey::text, n.confdeltype, n.confupdtype,
				n.confmatchtype, n.condeferrable, n.convalidated, f.relname, s.nspname,
				case when n.contype in ('c', 'x') then pg_get_constraintdef(n.oid, true) end,
				case when f.relnamespace <> c.relnamespace%1$s then array(select a.attname::text
					from unnest(n.confkey) with ordinality k (num, pos)
						join pg_catalog.pg_attribute a on a.attrelid = n.confrelid and a.attnum = k.num
					order by k.pos) end
			from pg_catalog.pg_class c
				join pg_catalog.pg_constraint n on n.conrelid = c.oid
				left join pg_catalog.pg_class f on f.oid = n.confrelid and n.confrelid <> 0
				left join pg_catalog.pg_namespace s on s.oid = f.relnamespace
			where c.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ?)
				and c.relkind in ('r', 'p') and n.conparentid = 0%2$s
			""";

	private static final String INDEXES = """
			select i.indrelid, x.relname, i.indisunique, i.indkey::text, i.indoption::text, i.indnkeyatts, m.amname, n.contype,
				i.indpred is not null, i.indexprs is not null, i.indisvalid, %1$s,
				case when i.indpred is not null or i.indexprs is not null then pg_get_indexdef(i.indexrelid, 0, true) end,
				i.indclass::oid[] && array(select oid from pg_catalog.pg_opclass where not opcdefault)
			from pg_catalog.pg_class c
				join pg_catalog.pg_index i on i.indrelid = c.oid
				join pg_catalog.pg_class x on x.oid = i.indexrelid
				join pg_catalog.pg_am m on m.oid = x.relam
				left join pg_catalog.pg_constraint n
					on n.conindid = i.indexrelid and n.conrelid = i.indrelid and n.contype in ('p', 'u', 'x')
			where c.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ?)
				and c.relkind in ('r', 'p')%2$s
			""";

	private static final String SEQUENCES = """
			select c.relname, s.seqstart, s.seqincrement, s.seqcycle, format_type(s.seqtypid, null), d.refobjid,
				d.refobjsubid, d.deptype
			from pg_catalog.pg_class c
				join pg_catalog.pg_sequence s on s.seqrelid = c.oid
				left join pg_catalog.pg_depend d on d.objid = c.oid and d.objsubid = 0 and d.deptype in ('a', 'i')
					and d.classid = 'pg_catalog.pg_class'::regclass and d.refclassid = d.classid and d.refobjsubid > 0
			where c.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ?)
			""";

	/** Whatever else hangs on tables, one sentence each. */
	private static final String OTHERS = """
			select t.tgrelid, 'has trigger ''' || t.tgname || '''' as note
			from pg_catalog.pg_class c join pg_catalog.pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
			where c.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ?)%s
			union all select r.ev_class, 'has rule ''' || r.rulename || ''''
			from pg_catalog.pg_class c join pg_catalog.pg_rewrite r on r.ev_class = c.oid and r.rulename <> '_RETURN'
			where c.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ?)%s
			union all select h.inhrelid, 'inherits from ''' || p.relname || ''''
			from pg_catalog.pg_class c join pg_catalog.pg_inherits h on h.inhrelid = c.oid
				join pg_catalog.pg_class p on p.oid = h.inhparent
			where c.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ?)%s
			""";

	private final Dialect dialect;

	PostgreSqlCatalog(Dialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public Map<String, String> fingerprints(Connection connection, Collection<String> schemas,
			Collection<String> ignored) throws SQLException {
		return PostgreSqlFingerprints.read(connection, schemas, ignored);
	}

	@Override
	public Contents read(Connection connection, @Nullable String schema, TableFilter filter) throws SQLException {
		if (schema == null) {
			throw new IllegalArgumentException("The catalog of PostgreSQL is read by schema; give the name of one");
		}
		return CatalogReading.undisturbed(connection, (failure) -> INTERNAL_ERROR.equals(failure.getSQLState()),
				() -> read(connection, schema, new CatalogDraft(this.dialect, schema, filter)));
	}

	@Override
	public List<Table> tryOut(Connection connection, List<Table> tables, List<Sequence> sequences) throws SQLException {
		return new PostgreSqlTrial(this.dialect).of(connection, tables, sequences);
	}

	private static Contents read(Connection connection, String schema, CatalogDraft draft) throws SQLException {
		List<String> names = draft.findNames().orElse(null);
		String sql = sql(names != null, connection.getMetaData().getDatabaseMajorVersion());
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			// in a transaction too, all rows in one round trip
			statement.setFetchSize(0);
			Object array = (names != null) ? connection.createArrayOf("text", names.toArray()) : null;
			int index = 1;
			for (int i = sql.indexOf('?'); i > 0; i = sql.indexOf('?', i + 1)) {
				statement.setObject(index++, (sql.charAt(i - 1) == '(') ? array : schema);
			}
			statement.execute();
			return read(statement, new PostgreSqlCatalogReading(draft));
		}
	}

	private static Contents read(PreparedStatement statement, PostgreSqlCatalogReading reading) throws SQLException {
		List<CatalogQuery.RowWork> works = List.of(reading::table, reading::sequence, reading::column,
				reading::constraint, reading::index, reading::other);
		for (CatalogQuery.RowWork work : works) {
			try (ResultSet rows = statement.getResultSet()) {
				while (rows.next()) {
					work.on(rows);
				}
			}
			statement.getMoreResults();
		}
		return reading.contents();
	}

	private static String sql(boolean named, int version) {
		String filter = named ? " and c.relname = any(?)" : "";
		String nulls = (version >= NULLS_NOT_DISTINCT) ? "i.indnullsnotdistinct" : "false";
		List<String> queries = new ArrayList<>();
		queries.add(TABLES.formatted(filter));
		queries.add(SEQUENCES);
		queries.add(COLUMNS.formatted(filter));
		queries.add(CONSTRAINTS.formatted(named ? " or true" : "", filter));
		queries.add(INDEXES.formatted(nulls, filter));
		queries.add(OTHERS.formatted(filter, filter, filter));
		return String.join(";\n", queries);
	}

}
