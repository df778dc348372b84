package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.SchemasUnsupportedException;
import io.dbregistry.dialect.UnsupportedFeatureException;
import io.dbregistry.dialect.UnsupportedNameException;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * One operation on the tables of one database, on a connection of its own, outside of all
 * transactions.
 */
final class DdlRun {

	private static final String READING = "Reading the tables of";

	private final Database database;

	private final List<Table> tables;

	private final List<KeySequence> sequences;

	private final @Nullable Runnable whenNew;

	/**
	 * Creates a run.
	 * @param database the database
	 * @param tables the tables of its models
	 * @param sequences the sequences of their keys
	 */
	DdlRun(Database database, List<Table> tables, List<KeySequence> sequences) {
		this(database, tables.stream().map((table) -> table.withDefaultSchema(database.schema())).toList(),
				sequences.stream().map((sequence) -> sequence.withDefaultSchema(database.schema())).toList(), null);
	}

	private DdlRun(Database database, List<Table> tables, List<KeySequence> sequences, @Nullable Runnable whenNew) {
		this.database = database;
		this.tables = tables;
		this.sequences = sequences;
		this.whenNew = whenNew;
	}

	/** The same, with work for when it makes all tables where there was nothing. */
	DdlRun whenNew(@Nullable Runnable work) {
		return new DdlRun(this.database, this.tables, this.sequences, work);
	}

	/** Creates what is missing; returns the tables that others had made before. */
	List<Table> create() {
		Set<Table> older = new LinkedHashSet<>(this.tables);
		boolean[] empty = new boolean[1];
		run("Creating the tables of", (session) -> {
			empty[0] = this.whenNew != null && session.isOwnSchemaEmpty();
			TableCreation creation = creation(session);
			creation.run();
			creation.newTables().forEach(older::remove);
		});
		if (this.whenNew != null && empty[0] && older.isEmpty() && !this.tables.isEmpty()) {
			this.whenNew.run();
		}
		return List.copyOf(older);
	}

	/** The same, and what of the older tables keeps models from working with them. */
	List<String> createAndCompare() {
		List<String> mismatches = new ArrayList<>();
		List<Table> older = create();
		if (!older.isEmpty()) {
			run(READING, (session) -> mismatches.addAll(mismatches(session, older)));
		}
		return mismatches;
	}

	/** Fails unless the database answers and can have the tables; nothing is done. */
	void requireCreatable() {
		run("Creating the tables of", (session) -> creation(session).require());
	}

	private TableCreation creation(DdlSession session) {
		String schema = this.database.schema();
		return new TableCreation(session, (schema != null) ? Set.of(schema) : Set.of(), this.tables, this.sequences);
	}

	/** Fails unless the database answers and lets the tables go; nothing is done. */
	void requireDroppable() {
		run("Dropping the tables of", this::droppable);
	}

	private List<Table> droppable(DdlSession session) throws SQLException {
		List<Table> existing = session.existing(this.tables, true);
		if (this.database.dialect().ddl().dropReachesOthers()) {
			requireUnreferred(session, existing);
		}
		return existing;
	}

	void drop() {
		run("Dropping the tables of", (session) -> {
			List<Table> existing = droppable(session);
			session.executeAll(session.drops(existing,
					session.existingSequences(this.sequences, true)
						.stream()
						.map((sequence) -> sequence.sequence().name())
						.toList()));
		});
	}

	/** Tables of others keep their rows, and those they refer to. */
	private void requireUnreferred(DdlSession session, List<Table> tables) throws SQLException {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		tables.forEach((table) -> names.add(table.name().name()));
		for (Table other : session.allTables()) {
			for (ForeignKey key : other.foreignKeys()) {
				if (names.contains(key.target().name()) && !names.contains(other.name().name())) {
					throw new SchemaException(this.database.name(),
							"Dropping the tables of database '%s' failed: table '%s' of others refers to '%s'; drop that first"
								.formatted(this.database.name(), other.name(), key.target()),
							null);
				}
			}
		}
	}

	/**
	 * What keeps models from working with the tables, one sentence for each. Where the
	 * catalog of the product is not known, only missing tables and columns are found.
	 */
	List<String> mismatches() {
		List<String> mismatches = new ArrayList<>();
		run(READING, (session) -> {
			mismatches.addAll(mismatches(session, this.tables));
			session.existingSequences(this.sequences, false)
				.forEach((lacking) -> mismatches
					.add("Sequence '%s' of database '%s' does not exist, and %s takes its keys from it"
						.formatted(lacking.sequence().name(), this.database.name(), lacking.user())));
		});
		return mismatches;
	}

	private List<String> mismatches(DdlSession session, List<Table> tables) throws SQLException {
		try {
			return Mismatches.of(this.database.name(), session.compare(tables));
		}
		catch (UnsupportedFeatureException ex) {
			return lacks(session.tables(), tables);
		}
	}

	private List<String> lacks(LiveTables live, List<Table> tables) throws SQLException {
		List<String> lacks = new ArrayList<>();
		for (Table table : tables) {
			String lack = live.lack(table);
			if (lack != null) {
				lacks.add("Table '%s' of database '%s' %s".formatted(table.name(), this.database.name(), lack));
			}
		}
		return lacks;
	}

	private void run(String task, DdlSession.Work work) {
		try {
			DdlSession.run(this.database, task, (session) -> {
				requireDistinct(session);
				work.run(session);
			});
		}
		catch (SchemasUnsupportedException | UnsupportedFeatureException | UnsupportedNameException ex) {
			throw new SchemaException(this.database.name(),
					"%s database '%s' failed: %s".formatted(task, this.database.name(), ex.getMessage()), ex);
		}
	}

	/**
	 * What a table is called by its schema may be called without it by another model.
	 */
	private void requireDistinct(DdlSession session) throws SQLException {
		if (this.tables.stream().map((table) -> table.name().schema()).distinct().count() < 2) {
			return;
		}
		LiveTables live = session.tables();
		Map<List<@Nullable String>, Table> places = new HashMap<>();
		for (Table table : this.tables) {
			Table other = places.putIfAbsent(live.place(table.name()), table);
			if (other != null) {
				throw new SchemaException(this.database.name(),
						"Tables '%s' and '%s' of database '%s' are one; give one of their models another table or schema"
							.formatted(other.name(), table.name(), this.database.name()),
						null);
			}
		}
	}

}
