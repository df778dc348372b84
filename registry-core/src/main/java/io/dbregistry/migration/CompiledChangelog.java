package io.dbregistry.migration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What Liquibase would execute in every schema with the same history, without the name of
 * any.
 *
 * @param beginning makes the history table where there is none
 * @param changeSets what is pending and wanted, in order
 * @param complete whether nothing is pending afterwards
 * @param obstacle why the statements of one schema are not those of all, or {@code null}
 */
record CompiledChangelog(List<String> beginning, List<CompiledChangeSet> changeSets, boolean complete,
		@Nullable String obstacle) {

	CompiledChangelog {
		beginning = List.copyOf(beginning);
		changeSets = List.copyOf(changeSets);
	}

	static CompiledChangelog impossible(String obstacle) {
		return new CompiledChangelog(List.of(), List.of(), false, obstacle);
	}

	/** Why each schema needs a Liquibase of its own, if it does. */
	Optional<String> findObstacle() {
		return Optional.ofNullable(this.obstacle);
	}

	/** The change sets by their full names. */
	List<String> names() {
		return this.changeSets.stream().map(CompiledChangeSet::name).toList();
	}

	/**
	 * One change set.
	 *
	 * @param name its file, id and author, as Liquibase writes them
	 * @param statements what it does
	 * @param notes its entry in the history
	 */
	record CompiledChangeSet(String name, List<String> statements, List<String> notes) {

		CompiledChangeSet {
			statements = List.copyOf(statements);
			notes = List.copyOf(notes);
		}

		/** All statements, in order. */
		List<String> all() {
			return Stream.concat(this.statements.stream(), this.notes.stream()).toList();
		}

	}

}
