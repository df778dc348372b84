package io.dbregistry.model;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the models that a registration concerns: those that changed, and those that refer
 * to one of them, over any number of references.
 */
final class AffectedDrafts {

	private final Drafts drafts;

	private final Set<Draft> found = new LinkedHashSet<>();

	private final Deque<Object> targets;

	/**
	 * Begins with what changed.
	 * @param gone names and classes of models that were there before
	 */
	AffectedDrafts(Drafts drafts, Set<Object> gone) {
		this.drafts = drafts;
		this.targets = new ArrayDeque<>(gone);
		drafts.changed().forEach(this::add);
	}

	/** All of them, in the order of registration. */
	Set<Draft> all() {
		while (!this.targets.isEmpty()) {
			addReferrers();
		}
		return inOrder();
	}

	/** Only what changed, and what refers to that itself. */
	Set<Draft> nearest() {
		for (int i = this.targets.size(); i > 0; i--) {
			addReferrers();
		}
		return inOrder();
	}

	private void addReferrers() {
		this.drafts.referrers(this.targets.remove()).forEach(this::add);
	}

	private Set<Draft> inOrder() {
		return this.found.stream()
			.sorted(Comparator.comparingLong(Draft::order))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private void add(Draft draft) {
		if (this.found.add(draft)) {
			List.of(draft.name(), Objects.requireNonNullElse(draft.type(), draft.name())).forEach(this.targets::add);
		}
	}

}
