package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.dbregistry.dialect.Ddl;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;

/**
 * Drops tables and sequences that were made before something failed. Others may have seen
 * them by then, and no row of theirs is lost.
 * <ol>
 * <li>Tables go before those they refer to; those that refer to each other go
 * together.</li>
 * <li>A table with rows stays, and so do those that a table that stays refers to. One
 * that somebody keeps for himself for longer than a moment stays too.</li>
 * <li>Any other table is locked. When that takes longer than a moment, somebody writes to
 * it: it stays.</li>
 * <li>Locked, it is asked for rows again, and dropped when there are none. It stays when
 * another one refers to it.</li>
 * <li>Sequences go when no table is left whose keys they may have made.</li>
 * </ol>
 */
final class TableUndo {

	private final DdlSession session;

	private final Map<Table, SQLException> left = new LinkedHashMap<>();

	TableUndo(DdlSession session) {
		this.session = session;
	}

	/**
	 * Drops what it can.
	 * @return the tables that stay, and why
	 */
	Map<Table, SQLException> dropTables(List<Table> tables) {
		for (Ddl.LockedDrop drop : this.session.database().dialect().ddl().dropUnused(tables)) {
			SQLException reason = this.session.tryUndo((session) -> drop(drop));
			if (reason != null) {
				drop.tables().forEach((table) -> this.left.put(table, reason));
			}
		}
		return this.left;
	}

	private void drop(Ddl.LockedDrop drop) throws SQLException {
		for (Table referring : this.left.keySet()) {
			if (referring.foreignKeys().stream().anyMatch((key) -> contains(drop.tables(), key.target()))) {
				throw new SQLException("table '%s' refers to it".formatted(referring.name()));
			}
		}
		requireEmpty(drop.tables());
		this.session.asOne((session) -> {
			try (Lock lock = () -> executeEach(drop.unlock())) {
				executeEach(drop.lock());
				requireEmpty(drop.tables());
				executeEach(drop.drop());
			}
		});
	}

	private static boolean contains(List<Table> tables, QualifiedName name) {
		return tables.stream().anyMatch((table) -> table.name().equals(name));
	}

	private void requireEmpty(List<Table> tables) throws SQLException {
		for (Table table : tables) {
			if (this.session.hasRows(table)) {
				throw new SQLException("table '%s' has rows".formatted(table.name()));
			}
		}
	}

	private void executeEach(List<String> statements) throws SQLException {
		for (String sql : statements) {
			this.session.execute(sql);
		}
	}

	/**
	 * Drops sequences unless there is one of the tables that may take keys from them.
	 * @return whether they are dropped
	 */
	boolean dropsSequences(List<QualifiedName> sequences, List<Table> users) throws SQLException {
		boolean unused = !sequences.isEmpty() && this.session.existing(users, true).isEmpty();
		if (unused) {
			this.session.executeAll(this.session.drops(List.of(), sequences));
		}
		return unused;
	}

	/** The tables that stay, and why, as part of a sentence. */
	static String describe(Map<Table, SQLException> left) {
		return left.entrySet()
			.stream()
			.map((entry) -> "'%s' (%s)".formatted(entry.getKey().name(),
					String.valueOf(entry.getValue().getMessage()).strip().replaceAll("\\s+", " ")))
			.collect(Collectors.joining(", "));
	}

	/** What keeps others away until it is closed. */
	private interface Lock extends AutoCloseable {

		@Override
		void close() throws SQLException;

	}

}
