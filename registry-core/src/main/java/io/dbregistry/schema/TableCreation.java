package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dbregistry.dialect.Ddl;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;

/**
 * Creates the tables and sequences that a database lacks, and the schemas for them, also
 * while other instances do the same.
 * <ol>
 * <li>The database says which tables and schemas are missing.</li>
 * <li>Where a rollback undoes DDL, they are made in one transaction, or in several when
 * there are more than one can take. Those that refer to each other are in one, unless
 * these are too many. When one fails and others have made some of its tables meanwhile,
 * it begins again with the rest.</li>
 * <li>Elsewhere they are made one by one. A table that others have made meanwhile is
 * theirs, with all that belongs to it.</li>
 * <li>On any other failure the tables made before are dropped again unless others use
 * them already, and only these; a schema stays where it cannot be rolled back.</li>
 * </ol>
 *
 * @see TableUndo
 */
final class TableCreation {

	private final DdlSession session;

	private final Dialect dialect;

	private final Set<String> schemas;

	private final List<Table> tables;

	private final List<KeySequence> sequences;

	private final Set<String> newSchemas = new LinkedHashSet<>();

	private final Set<Table> newTables = new LinkedHashSet<>();

	private final List<QualifiedName> newSequences = new ArrayList<>();

	/**
	 * Creates the work.
	 * @param schemas the schemas that are wanted beside those of the tables
	 */
	TableCreation(DdlSession session, Collection<String> schemas, List<Table> tables, List<KeySequence> sequences) {
		this.session = session;
		this.dialect = session.database().dialect();
		this.schemas = new LinkedHashSet<>(schemas);
		this.tables = tables;
		this.sequences = sequences;
		for (Table table : tables) {
			if (table.name().schema() != null) {
				this.schemas.add(table.name().schema());
			}
		}
	}

	/** The schemas made here, also when something failed afterwards. */
	List<String> newSchemas() {
		return List.copyOf(this.newSchemas);
	}

	/** The tables made here that are still there. */
	List<Table> newTables() {
		return List.copyOf(this.newTables);
	}

	/** The sequences made here that are still there. */
	List<QualifiedName> newSequences() {
		return List.copyOf(this.newSequences);
	}

	/** Fails when the product cannot have what is missing, or does not say what is. */
	void require() throws SQLException {
		this.dialect.ddl().createTables(lack().tables());
	}

	void run() throws SQLException {
		Lack lack = lack();
		if (this.dialect.ddl().isTransactional()) {
			createTogether(lack);
		}
		else {
			createOneByOne(lack);
		}
	}

	private Lack lack() throws SQLException {
		this.sequences.forEach((sequence) -> this.dialect.requireSequences(sequence.user()));
		Set<String> missing = new LinkedHashSet<>(this.schemas);
		missing.forEach(this.dialect::requireSchemas);
		if (!missing.isEmpty()) {
			missing.removeAll(Set.copyOf(this.session.schemas()));
		}
		return new Lack(List.copyOf(missing), this.session.existingSequences(this.sequences, false),
				this.session.existing(this.tables, false));
	}

	private void createTogether(Lack lack) throws SQLException {
		List<String> missingSchemas = lack.schemas();
		List<KeySequence> missingSequences = lack.sequences();
		List<Ddl.Step> steps = this.dialect.ddl().createTables(lack.tables());
		try {
			while (!missingSchemas.isEmpty() || !missingSequences.isEmpty() || !steps.isEmpty()) {
				List<Ddl.Step> block = block(steps);
				try {
					create(missingSchemas, missingSequences, block);
					missingSchemas = List.of();
					missingSequences = List.of();
					steps = steps.subList(block.size(), steps.size());
				}
				catch (SQLException ex) {
					Lack rest = ask(this::lack, ex);
					List<Ddl.Step> restOfSteps = stepsOfOurs(steps, rest.tables());
					if (restOfSteps.size() == steps.size() && rest.schemas().size() >= missingSchemas.size()
							&& rest.sequences().size() >= missingSequences.size()) {
						throw ex;
					}
					missingSchemas = rest.schemas();
					missingSequences = rest.sequences();
					steps = restOfSteps;
				}
			}
		}
		catch (SQLException | RuntimeException ex) {
			undo(ex);
			throw ex;
		}
	}

	/**
	 * The first steps, as many as one transaction takes; those of a circle are in one
	 * unless it is greater than that.
	 */
	private List<Ddl.Step> block(List<Ddl.Step> steps) {
		int end = Math.min(this.dialect.ddl().transactionSize(), steps.size());
		int whole = end;
		while (whole > 0 && whole < steps.size() && steps.get(whole).circle() == steps.get(whole - 1).circle()) {
			whole--;
		}
		return steps.subList(0, (whole > 0) ? whole : withAllOfItsTable(steps, end));
	}

	private static int withAllOfItsTable(List<Ddl.Step> steps, int end) {
		int last = end;
		while (last < steps.size() && !steps.get(last).creates()
				&& steps.get(last).table() == steps.get(last - 1).table()) {
			last++;
		}
		return last;
	}

	private void create(List<String> missingSchemas, List<KeySequence> missingSequences, List<Ddl.Step> block)
			throws SQLException {
		List<String> statements = new ArrayList<>();
		missingSchemas.forEach((schema) -> statements.add(this.dialect.createSchema(schema)));
		missingSequences.forEach((sequence) -> statements.add(create(sequence)));
		block.forEach((step) -> statements.add(step.sql()));
		this.session.executeAll(statements);
		this.newSchemas.addAll(missingSchemas);
		missingSequences.forEach((sequence) -> this.newSequences.add(sequence.sequence().name()));
		block.stream().filter(Ddl.Step::creates).forEach((step) -> this.newTables.add(step.table()));
	}

	/** Without the steps of tables that others have made. */
	private List<Ddl.Step> stepsOfOurs(List<Ddl.Step> steps, List<Table> missing) {
		Set<Table> ours = new HashSet<>(missing);
		ours.addAll(this.newTables);
		return steps.stream().filter((step) -> ours.contains(step.table())).toList();
	}

	private void undo(Exception failure) {
		TableUndo undo = new TableUndo(this.session);
		Map<Table, SQLException> left = undo.dropTables(newTables());
		this.newTables.retainAll(left.keySet());
		if (!left.isEmpty()) {
			this.session.leave(left);
			new LinkedHashSet<>(left.values()).forEach(failure::addSuppressed);
		}
		SQLException kept = this.session.tryUndo((session) -> {
			if (undo.dropsSequences(newSequences(), this.tables)) {
				this.newSequences.clear();
			}
		});
		if (kept != null) {
			failure.addSuppressed(kept);
		}
	}

	private void createOneByOne(Lack lack) throws SQLException {
		List<Ddl.Step> steps = this.dialect.ddl().createTables(lack.tables());
		for (String schema : lack.schemas()) {
			createSchema(schema);
		}
		try {
			for (KeySequence sequence : lack.sequences()) {
				createSequence(sequence);
			}
			for (Ddl.Step step : steps) {
				if (step.creates() && create(step)) {
					this.newTables.add(step.table());
				}
				else if (!step.creates() && this.newTables.contains(step.table())) {
					this.session.execute(step.sql());
				}
			}
		}
		catch (SQLException | RuntimeException ex) {
			undo(ex);
			throw ex;
		}
	}

	private String create(KeySequence sequence) {
		return this.dialect.ddl().createSequence(sequence.sequence());
	}

	private void createSequence(KeySequence sequence) throws SQLException {
		try {
			this.session.execute(create(sequence));
			this.newSequences.add(sequence.sequence().name());
		}
		catch (SQLException ex) {
			// another instance may have been faster
			if (ask(() -> this.session.existingSequences(List.of(sequence), true), ex).isEmpty()) {
				throw ex;
			}
		}
	}

	private void createSchema(String schema) throws SQLException {
		try {
			this.session.execute(this.dialect.createSchema(schema));
			this.newSchemas.add(schema);
		}
		catch (SQLException ex) {
			// another instance may have been faster
			if (!ask(this.session::schemas, ex).contains(schema)) {
				throw ex;
			}
		}
	}

	/** Whether the table was made here, and not by another instance. */
	private boolean create(Ddl.Step step) throws SQLException {
		try {
			this.session.execute(step.sql());
			return true;
		}
		catch (SQLException ex) {
			// another instance may have been faster
			if (ask(() -> this.session.existing(List.of(step.table()), true), ex).isEmpty()) {
				throw ex;
			}
			return false;
		}
	}

	/** What is there after a failure, which goes before a failure of the question. */
	private static <T> T ask(Question<T> question, SQLException failure) throws SQLException {
		try {
			return question.ask();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
			throw failure;
		}
	}

	/** A question to the database. */
	@FunctionalInterface
	private interface Question<T> {

		T ask() throws SQLException;

	}

	/** What is missing. */
	private record Lack(List<String> schemas, List<KeySequence> sequences, List<Table> tables) {

	}

}
