package io.dbregistry.migration;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.dbregistry.dialect.Dialect;

/**
 * Reads what Liquibase has noted in many schemas.
 * <ol>
 * <li>One query finds the schemas that have a history table or a lock table.</li>
 * <li>The histories of some hundred of them are read by one query, and so are the
 * locks.</li>
 * </ol>
 * When such a query fails, each half of its schemas is asked alone, until it is known
 * which one is to blame: it may have been dropped since, or have such a table that is no
 * history.
 */
final class Histories {

	private static final int SCHEMAS_PER_QUERY = 100;

	private static final int SECONDS_TO_ANSWER = 5;

	private static final String COLUMNS = "id, author, filename, md5sum, orderexecuted";

	private final Dialect dialect;

	private final List<String> historyTables;

	private final List<String> lockTables;

	/**
	 * Creates a reader.
	 * @param historyTable the name of the history table as Liquibase is told it
	 * @param lockTable the name of the lock table as Liquibase is told it
	 */
	Histories(Dialect dialect, String historyTable, String lockTable) {
		this.dialect = dialect;
		this.historyTables = spellings(historyTable);
		this.lockTables = spellings(lockTable);
	}

	/**
	 * A product stores a name that Liquibase does not quote in a letter case of its own.
	 */
	private static List<String> spellings(String name) {
		return List
			.copyOf(new LinkedHashSet<>(List.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT))));
	}

	/**
	 * Reads histories.
	 * @param schemas the schemas, whether they exist or not
	 * @param failures is told which cannot be read
	 * @return the history of each other one
	 */
	Map<String, History> read(Connection connection, Collection<String> schemas, Failures failures)
			throws SQLException {
		Set<String> failed = new HashSet<>();
		Failures noting = (schema, failure) -> {
			if (failed.add(schema)) {
				failures.on(schema, failure);
			}
		};
		Map<String, String> histories = tables(connection, schemas, this.historyTables);
		Map<String, Set<String>> rows = new HashMap<>();
		for (List<String> some : chunks(histories.keySet())) {
			query(connection, some, histories, COLUMNS,
					(schema, row) -> rows.computeIfAbsent(schema, (first) -> new TreeSet<>()).add(line(row)), noting);
		}
		Map<String, History> read = new LinkedHashMap<>();
		for (String schema : schemas) {
			Set<String> lines = rows.getOrDefault(schema, Set.of());
			read.put(schema, new History(histories.getOrDefault(schema, ""), lines.size(), fingerprint(lines)));
		}
		read.keySet().removeAll(failed);
		return read;
	}

	/**
	 * Reads locks.
	 * @param schemas schemas that exist
	 * @param failures is told which cannot be read
	 * @return who has the lock of Liquibase, where somebody has it
	 */
	Map<String, LockRow.Held> locks(Connection connection, Collection<String> schemas, Failures failures)
			throws SQLException {
		Map<String, String> tables = tables(connection, schemas, this.lockTables);
		Map<String, LockRow.Held> locks = new HashMap<>();
		for (List<String> some : chunks(tables.keySet())) {
			query(connection, some, tables, LockRow.columns(this.dialect),
					(schema, row) -> LockRow.held(row).ifPresent((held) -> locks.put(schema, held)), failures);
		}
		return locks;
	}

	/** The schemas that have a history. */
	Set<String> schemas(Connection connection) throws SQLException {
		return this.dialect.schemasWith(connection, this.historyTables).keySet();
	}

	/**
	 * Whether a schema has still the history that was read before, by one query; not
	 * asked of one that had none.
	 */
	boolean isStill(Connection connection, String schema, History before) throws SQLException {
		if (!before.exists()) {
			return true;
		}
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql(schema, before))) {
			return isStill(rows, before);
		}
	}

	/** The query for the history that a schema has now. */
	String sql(String schema, History before) {
		return sql(List.of(schema), Map.of(schema, before.table()), COLUMNS);
	}

	/** Whether the rows of that query are still the history that was read before. */
	static boolean isStill(ResultSet rows, History before) throws SQLException {
		Set<String> lines = new TreeSet<>();
		while (rows.next()) {
			lines.add(line(rows));
		}
		return before.fingerprint().equals(fingerprint(lines));
	}

	/** Whether a schema that had no history has one by now. */
	boolean hasAppeared(Connection connection, String schema, History before) throws SQLException {
		return !before.exists() && tables(connection, List.of(schema), this.historyTables).containsKey(schema);
	}

	/** The tables among some names, by the schemas that are wanted. */
	private Map<String, String> tables(Connection connection, Collection<String> schemas, List<String> names)
			throws SQLException {
		Map<String, String> all = this.dialect.schemasWith(connection, names);
		all.keySet().retainAll(new HashSet<>(schemas));
		return all;
	}

	private void query(Connection connection, List<String> schemas, Map<String, String> tables, String columns,
			RowWork work, Failures failures) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql(schemas, tables, columns))) {
			while (rows.next()) {
				work.on(schemas.get(rows.getInt(1)), rows);
			}
		}
		catch (SQLException ex) {
			if (!connection.isValid(SECONDS_TO_ANSWER)) {
				throw ex;
			}
			if (schemas.size() == 1) {
				failures.on(schemas.get(0), ex);
				return;
			}
			int half = schemas.size() / 2;
			query(connection, schemas.subList(0, half), tables, columns, work, failures);
			query(connection, schemas.subList(half, schemas.size()), tables, columns, work, failures);
		}
	}

	private String sql(List<String> schemas, Map<String, String> tables, String columns) {
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < schemas.size(); i++) {
			String schema = schemas.get(i);
			parts.add("select %d as place, %s from %s.%s".formatted(i, columns, this.dialect.quoteSchema(schema),
					stored(tables.getOrDefault(schema, ""))));
		}
		return String.join(" union all ", parts);
	}

	/** A name of the catalog is taken exactly, as names of schemas are. */
	private String stored(String table) {
		return this.dialect.quoteSchema(table);
	}

	private static String line(ResultSet row) throws SQLException {
		return "%010d\0%s\0%s\0%s\0%s".formatted(row.getInt("orderexecuted"), row.getString("id"),
				row.getString("author"), row.getString("filename"), row.getString("md5sum"));
	}

	private static String fingerprint(Collection<String> lines) {
		MessageDigest digest = Digests.sha256();
		lines.forEach((line) -> Digests.add(digest, line + "\n"));
		return lines.isEmpty() ? "" : HexFormat.of().formatHex(digest.digest());
	}

	private static List<List<String>> chunks(Collection<String> schemas) {
		List<String> all = List.copyOf(schemas);
		List<List<String>> chunks = new ArrayList<>();
		for (int i = 0; i < all.size(); i += SCHEMAS_PER_QUERY) {
			chunks.add(all.subList(i, Math.min(all.size(), i + SCHEMAS_PER_QUERY)));
		}
		return chunks;
	}

	/** What is done with a row of a schema. */
	@FunctionalInterface
	private interface RowWork {

		void on(String schema, ResultSet row) throws SQLException;

	}

	/** Is told of a schema that cannot be read. */
	@FunctionalInterface
	interface Failures {

		void on(String schema, SQLException failure) throws SQLException;

	}

}
