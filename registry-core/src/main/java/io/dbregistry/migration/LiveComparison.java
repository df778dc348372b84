package io.dbregistry.migration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.TableRenamed;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;

/**
 * What a database has, beside what its models ask for and its state says. Tables of
 * others are in neither.
 */
final class LiveComparison {

	private final Dialect dialect;

	private final Metadata live;

	private final Metadata wanted;

	/** The names of models' tables before. */
	private final Set<QualifiedName> former;

	LiveComparison(Dialect dialect, Metadata live, Metadata wanted, List<Change> renames) {
		this.dialect = dialect;
		this.live = live;
		this.wanted = wanted;
		this.former = Renames.needed(renames, live, wanted)
			.stream()
			.filter(TableRenamed.class::isInstance)
			.map(Change::table)
			.collect(Collectors.toSet());
	}

	/** What the database has of the models. */
	Metadata from() {
		return LiveState.restrict(this.live, this::isOfModels);
	}

	private boolean isOfModels(QualifiedName name) {
		return this.former.contains(name) || LiveState.has(this.wanted, name);
	}

	/** What the database has of the state, and no model any more. */
	Metadata leftOf(Metadata state) {
		return LiveState.restrict(this.live, (name) -> LiveState.has(state, name) && !isOfModels(name));
	}

	/** What the database and its state differ in, in one sentence. */
	List<String> differences(Metadata state, String file) {
		List<Table> said = state.tables()
			.stream()
			.map((table) -> this.live.find(table.name()).map((found) -> this.dialect.align(table, found)).orElse(table))
			.toList();
		Metadata found = LiveState.restrict(this.live, (name) -> isOfModels(name) || LiveState.has(state, name));
		List<String> differences = Metadata
			.diff(Metadata.of(state.database(), said, state.sequences(), List.of()), found)
			.stream()
			.map(Change::describeDifference)
			.toList();
		return differences.isEmpty() ? List.of()
				: List
					.of(("The database is not what its state '%s' says (%s); apply what is pending before anything is "
							+ "generated, unless the tables were changed by hand")
						.formatted(file, String.join("; ", differences)));
	}

}
