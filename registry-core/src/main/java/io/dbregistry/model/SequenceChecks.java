package io.dbregistry.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.dbregistry.metadata.Sequence;

/**
 * Compares the sequences of models with each other: what one begins, another goes on
 * with.
 */
final class SequenceChecks {

	private final Drafts drafts;

	private final Problems problems;

	private final Map<String, ModelEntry> owners = new HashMap<>();

	SequenceChecks(Drafts drafts, Problems problems) {
		this.drafts = drafts;
		this.problems = problems;
	}

	/**
	 * Compares the sequences of models that were made with those of all others.
	 */
	void check(Collection<ModelEntry> made) {
		Set<String> names = ModelEntry.names(made);
		for (ModelEntry entry : made) {
			for (String place : entry.footprint().sequences().keySet()) {
				this.drafts.unaffected(this.drafts.index().withSequence(place), names)
					.forEach((other) -> this.owners.putIfAbsent(place, other));
			}
		}
		for (ModelEntry entry : made) {
			if (entry.state() != null) {
				Footprint.sequences(entry.state()).forEach((sequence) -> check(entry, sequence));
			}
		}
	}

	/** Those of one model are compared with each other too. */
	private void check(ModelEntry entry, Sequence sequence) {
		String place = Footprint.place(entry.definition(), sequence);
		this.owners.putIfAbsent(place, entry);
		ModelEntry owner = this.owners.getOrDefault(place, entry);
		Sequence other = owner.footprint().sequences().getOrDefault(place, sequence);
		if (other.start() != sequence.start() || other.increment() != sequence.increment()) {
			this.problems.add(entry.definition(),
					"sequence '%s' begins at %d and grows by %d here, and at %d by %d in model '%s'".formatted(
							sequence.name(), sequence.start(), sequence.increment(), other.start(), other.increment(),
							owner.model()),
					"declare it once with @SequenceGenerator(name = …), and name it in generator");
		}
	}

}
