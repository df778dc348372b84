package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.TableAdded;
import io.dbregistry.metadata.Change.TableRemoved;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;

/**
 * Makes tables of SQLite anew, where nothing else changes them.
 * <ol>
 * <li>All tables that refer to one of these, over however many others, are made anew too:
 * what a foreign key says of deleted rows would be done to them when the old table is
 * dropped, and there is no switch for that in a transaction. The first statements fail
 * when a table that is not known refers to one of these, or a trigger or index that is
 * not known would be lost.</li>
 * <li>New tables are made under other names and refer to each other; the rows are copied,
 * and what was counted.</li>
 * <li>The old tables are dropped, those that refer to others first.</li>
 * <li>The new ones get their names, which foreign keys follow, and their indexes.</li>
 * </ol>
 * All of it is one transaction, at whose end foreign keys are checked.
 */
final class SqliteRebuild {

	private static final String PREFIX = "registry_new_";

	private static final String GUARD = "registry_guard";

	private final Dialect dialect;

	private final StandardDdl ddl;

	private final Metadata before;

	private final Metadata after;

	/** The tables to make anew. */
	private final Set<QualifiedName> names;

	SqliteRebuild(Dialect dialect, StandardDdl ddl, Metadata before, Metadata after, Set<QualifiedName> changed) {
		this.dialect = dialect;
		this.ddl = ddl;
		this.before = before;
		this.after = after;
		this.names = new HashSet<>(changed);
		boolean grows = true;
		while (grows) {
			List<QualifiedName> more = before.tables()
				.stream()
				.filter((table) -> table.foreignKeys().stream().anyMatch((key) -> this.names.contains(key.target())))
				.map(Table::name)
				.toList();
			grows = this.names.addAll(more);
		}
	}

	/** Whether a change is part of this. */
	boolean makes(Change change) {
		return change instanceof TableAdded || change instanceof TableRemoved || this.names.contains(change.table());
	}

	/**
	 * The statements.
	 * @param changes those that this makes
	 */
	List<String> statements(List<Change> changes) {
		List<Table> removed = new ArrayList<>();
		List<Table> added = new ArrayList<>();
		for (Change change : changes) {
			if (change instanceof TableRemoved table) {
				removed.add(table.removed());
			}
			else if (change instanceof TableAdded table) {
				added.add(table.added());
			}
		}
		List<Table> old = this.before.tables().stream().filter((table) -> this.names.contains(table.name())).toList();
		List<Table> anew = old.stream().flatMap((table) -> this.after.find(table.name()).stream()).toList();
		List<Table> gone = new ArrayList<>(old);
		gone.addAll(removed.stream().filter((table) -> !this.names.contains(table.name())).toList());
		List<String> statements = new ArrayList<>(guard(gone));
		statements.add("pragma defer_foreign_keys = on");
		create(added, statements);
		create(anew.stream().map(this::draft).toList(), statements);
		anew.forEach((table) -> copy(table, statements));
		statements.addAll(this.ddl.dropTables(gone));
		anew.forEach((table) -> statements.add("alter table %s rename to %s"
			.formatted(this.dialect.quote(draft(table.name())), this.dialect.quote(table.name()))));
		anew.forEach((table) -> table.indexes()
			.forEach((index) -> statements.add(this.ddl.createIndex(table.name(), index))));
		return statements;
	}

	private void create(List<Table> tables, List<String> statements) {
		this.ddl.createTables(tables).forEach((step) -> statements.add(step.sql()));
	}

	/** Fails when something that is not known would be lost with a table. */
	private List<String> guard(List<Table> gone) {
		String dropped = names(gone.stream().map((table) -> table.name().name()));
		String tables = names(this.before.tables().stream().map((table) -> table.name().name()));
		String indexes = names(gone.stream().flatMap((table) -> table.indexes().stream()).map(Index::name));
		return List.of(
				"""
						create temporary table %s (
							referrer text constraint "a table of others refers to one that is made anew" check (referrer is null),
							part text constraint "a trigger or index of others would be lost" check (part is null)
						)"""
					.formatted(GUARD),
				"""
						insert into %s (referrer) select m.name from sqlite_master m join pragma_foreign_key_list(m.name) f
						where m.type = 'table' and lower(f."table") in (%s) and lower(m.name) not in (%s)"""
					.formatted(GUARD, dropped, tables),
				"""
						insert into %s (part) select name from sqlite_master where lower(tbl_name) in (%s)
						and (type = 'trigger' or type = 'index' and sql is not null and lower(name) not in (%s))"""
					.formatted(GUARD, dropped, indexes),
				"drop table " + GUARD);
	}

	private String names(Stream<String> names) {
		return names.map((name) -> "lower(" + this.ddl.literal(name) + ")").collect(Collectors.joining(", "));
	}

	/** A table under another name, without indexes, whose names are taken. */
	private Table draft(Table table) {
		List<ForeignKey> keys = table.foreignKeys();
		Table draft = new Table(table.name(), table.columns(), table.primaryKey(), table.uniques(), List.of(), keys,
				table.checks(), table.comment());
		return draft.withNames((name) -> this.names.contains(name) ? draft(name) : name);
	}

	private static QualifiedName draft(QualifiedName name) {
		return new QualifiedName(name.schema(), PREFIX + name.name());
	}

	private void copy(Table table, List<String> statements) {
		Set<String> known = this.before.find(table.name())
			.stream()
			.flatMap((old) -> old.columns().stream())
			.map(Column::name)
			.collect(Collectors.toSet());
		String columns = table.columns()
			.stream()
			.map(Column::name)
			.filter(known::contains)
			.map(this.dialect::quote)
			.collect(Collectors.joining(", "));
		String draft = this.dialect.quote(draft(table.name()));
		if (!columns.isEmpty()) {
			statements.add("insert into %s (%s) select %s from %s".formatted(draft, columns, columns,
					this.dialect.quote(table.name())));
		}
		boolean counted = isCounted(table)
				&& this.before.find(table.name()).filter(SqliteRebuild::isCounted).isPresent();
		if (counted) {
			String newName = this.ddl.literal(PREFIX + table.name().name());
			statements.add("delete from sqlite_sequence where name = " + newName);
			statements.add("insert into sqlite_sequence (name, seq) select %s, seq from sqlite_sequence where name = %s"
				.formatted(newName, this.ddl.literal(table.name().name())));
		}
	}

	private static boolean isCounted(Table table) {
		return table.columns().stream().anyMatch(Column::identity);
	}

}
