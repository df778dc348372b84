package io.dbregistry.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the models that a registration concerns: those that changed, and those that refer
 * to one of them, over any number of references.
 */
final class AffectedDrafts {

	private final Collection<Draft> all;

	/** The drafts that refer to a name or class. */
	private final Map<Object, Set<Draft>> referrers = new HashMap<>();

	AffectedDrafts(Drafts drafts) {
		this.all = drafts.withRejected();
		for (Draft draft : this.all) {
			for (AttributeDefinition attribute : draft.definition().leaves()) {
				if (attribute.isReference()) {
					ReferenceSpec reference = attribute.reference();
					Object target = (reference.name() != null) ? reference.name() : reference.type();
					if (target != null) {
						this.referrers.computeIfAbsent(target, (any) -> new LinkedHashSet<>()).add(draft);
					}
				}
			}
		}
	}

	/**
	 * The drafts concerned.
	 * @param gone names and classes of models that were there before
	 * @return the drafts in the order of registration
	 */
	Set<Draft> of(Set<Object> gone) {
		Set<Draft> affected = new HashSet<>();
		Deque<Object> targets = new ArrayDeque<>(gone);
		this.all.stream().filter(Draft::isChanged).forEach((draft) -> add(draft, affected, targets));
		for (Object target = targets.poll(); target != null; target = targets.poll()) {
			this.referrers.getOrDefault(target, Set.of()).forEach((draft) -> add(draft, affected, targets));
		}
		Set<Draft> ordered = new LinkedHashSet<>(this.all);
		ordered.retainAll(affected);
		return ordered;
	}

	private static void add(Draft draft, Set<Draft> affected, Deque<Object> targets) {
		if (affected.add(draft)) {
			List.of(draft.name(), Objects.requireNonNullElse(draft.type(), draft.name())).forEach(targets::add);
		}
	}

}
