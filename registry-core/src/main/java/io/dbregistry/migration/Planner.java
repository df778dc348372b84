package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Table;
import io.dbregistry.migration.MigrationPlan.Step;

/**
 * Plans the way from one state of a database to another.
 * <ol>
 * <li>Renames come first, those that the state before still lacks.</li>
 * <li>What would destroy data is taken back from the goal, unless it is allowed.</li>
 * <li>The comparison says what is left to do, in an order in which it can be made.</li>
 * <li>Foreign keys that stand in the way of a change are removed before all others, and
 * added again at the end.</li>
 * <li>What cannot work is refused, all of it at once.</li>
 * </ol>
 */
final class Planner {

	private final Metadata from;

	private final Metadata to;

	private final BinaryOperator<Table> align;

	private Planner(Metadata from, Metadata to, BinaryOperator<Table> align) {
		this.from = from;
		this.to = to;
		this.align = align;
	}

	/**
	 * Makes a plan.
	 * @param from what the database has
	 * @param to what the models ask for
	 * @param align says a table of the models in the words of the one before where both
	 * mean the same
	 * @param renames what the models were called before, tables first
	 * @param destroy whether data may be destroyed
	 * @throws MigrationRefusedException if no plan could work
	 */
	static MigrationPlan plan(Metadata from, Metadata to, BinaryOperator<Table> align, List<Change> renames,
			boolean destroy) {
		return new Planner(from, to, align).plan(renames, destroy);
	}

	private MigrationPlan plan(List<Change> renames, boolean destroy) {
		if (this.to.tables().isEmpty() && !this.from.tables().isEmpty()) {
			throw refused(List.of("there are no models, and the state has %d tables, all of which would be dropped"
				.formatted(this.from.tables().size()) + "; check which models are registered for this database"));
		}
		List<String> clashes = Renames.clashes(renames, this.from, this.to);
		if (!clashes.isEmpty()) {
			throw refused(clashes);
		}
		List<Change> changes = new ArrayList<>(Renames.needed(renames, this.from, this.to));
		Metadata renamed = this.from.apply(changes);
		Metadata aligned = aligned(renamed);
		List<Change> wanted = Metadata.diff(renamed, aligned);
		List<Change> withheld = destroy ? List.of() : wanted.stream().filter(Loss::of).toList();
		Metadata goal = Goal.of(aligned, withheld);
		List<Change> rest = Metadata.diff(renamed, goal);
		refuseImpossible(rest, wanted);
		changes.addAll(KeysInTheWay.around(rest, renamed, goal));
		return new MigrationPlan(this.from, changes.stream().map(Planner::step).toList(),
				withheld.stream().map(Planner::step).toList(), RenameHints.of(wanted));
	}

	private Metadata aligned(Metadata before) {
		List<Table> tables = this.to.tables()
			.stream()
			.map((table) -> before.find(table.name()).map((old) -> this.align.apply(table, old)).orElse(table))
			.toList();
		return Metadata.of(this.to.database(), tables, this.to.sequences(), List.of());
	}

	private static Step step(Change change) {
		return new Step(change, Loss.of(change));
	}

	private void refuseImpossible(List<Change> changes, List<Change> wanted) {
		List<String> reasons = new ArrayList<>();
		for (Change change : changes) {
			if (change instanceof ColumnAdded added && added.column().requiresValue()) {
				reasons.add("column '%s' is added to table '%s', whose rows have no value for it, and cannot be null; "
					.formatted(added.column().name(), change.table())
						+ "give it a default (columnDefinition = \"%s default …\"), ".formatted(added.column().type())
						+ "or let it be null in one migration, fill it, and make it not null in the next"
						+ RenameHints.former(added, wanted)
							.stream()
							.map("; or, if it is column '%1$s' by another name, mark it @RenamedFrom(\"%1$s\")"::formatted)
							.collect(Collectors.joining()));
			}
		}
		if (!reasons.isEmpty()) {
			throw refused(reasons);
		}
	}

	private MigrationRefusedException refused(List<String> reasons) {
		return new MigrationRefusedException(this.from.database(), reasons);
	}

}
