package io.dbregistry.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the models that a registration concerns: those that changed, and those that refer
 * to one of them, over any number of references.
 */
final class AffectedDrafts {

	private final Collection<Draft> all;

	/** The drafts that refer to a name or class. */
	private final Map<Object, List<Draft>> referrers = new HashMap<>();

	AffectedDrafts(Drafts drafts) {
		this.all = drafts.withRejected();
		for (Draft draft : this.all) {
			for (Object target : draft.targets()) {
				this.referrers.computeIfAbsent(target, (any) -> new ArrayList<>()).add(draft);
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
			this.referrers.getOrDefault(target, List.of()).forEach((draft) -> add(draft, affected, targets));
		}
		return this.all.stream().filter(affected::contains).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static void add(Draft draft, Set<Draft> affected, Deque<Object> targets) {
		if (affected.add(draft)) {
			List.of(draft.name(), Objects.requireNonNullElse(draft.type(), draft.name())).forEach(targets::add);
		}
	}

}
