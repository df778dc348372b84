package io.dbregistry.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.dbregistry.metadata.Sequence;

/**
 * Compares the sequences of models with each other: what one begins, another goes on
 * with.
 */
final class SequenceChecks {

	private final Problems problems;

	private final Map<List<String>, Sequence> known = new HashMap<>();

	private final Map<Sequence, ModelEntry> owners = new HashMap<>();

	SequenceChecks(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Compares all models, unless those that are new have no sequences.
	 */
	void check(List<ModelEntry> all, Collection<ModelEntry> made) {
		if (made.stream().anyMatch((entry) -> !sequences(entry).isEmpty())) {
			all.forEach((entry) -> sequences(entry).forEach((sequence) -> check(entry, sequence)));
		}
	}

	private static List<Sequence> sequences(ModelEntry entry) {
		ModelState state = entry.state();
		return (state == null) ? List.of()
				: state.attributes().stream().flatMap((attribute) -> attribute.findSequence().stream()).toList();
	}

	private void check(ModelEntry entry, Sequence sequence) {
		ModelDefinition model = entry.definition();
		List<String> place = List.of(model.home(), sequence.name().toString().toLowerCase(Locale.ROOT));
		Sequence other = this.known.putIfAbsent(place, sequence);
		if (other == null) {
			this.owners.put(sequence, entry);
		}
		else if (other.start() != sequence.start() || other.increment() != sequence.increment()) {
			ModelEntry owner = this.owners.getOrDefault(other, entry);
			this.problems.add(model,
					"sequence '%s' begins at %d and grows by %d here, and at %d by %d in model '%s'".formatted(
							sequence.name(), sequence.start(), sequence.increment(), other.start(), other.increment(),
							owner.model()),
					"declare it once with @SequenceGenerator(name = …), and name it in generator");
		}
	}

}
