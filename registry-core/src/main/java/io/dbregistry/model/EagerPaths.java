package io.dbregistry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks for eager references that would join without end, or too far.
 */
final class EagerPaths {

	private static final int MOST_HOPS = 3;

	private final Map<Class<?>, ModelClass<?>> models;

	private final Problems problems;

	EagerPaths(Map<Class<?>, ModelClass<?>> models, Problems problems) {
		this.models = models;
		this.problems = problems;
	}

	/** Reports the first bad path of each model. */
	void check() {
		this.models.values().forEach((model) -> isPossible(model, List.of()));
	}

	private boolean isPossible(ModelClass<?> model, List<Property> path) {
		for (Property property : model.properties()) {
			ModelClass<?> target = this.models.get(property.type());
			if (!property.isReference() || target == null) {
				continue;
			}
			List<Property> longer = new ArrayList<>(path);
			longer.add(property);
			Class<?> start = longer.get(0).model();
			if (target.type() == start) {
				report(longer, "the eager references '%s' lead back to where they begin");
				return false;
			}
			if (longer.size() > MOST_HOPS) {
				report(longer, "the eager references '%s' are more than " + MOST_HOPS + " joins");
				return false;
			}
			if (!isPossible(target, longer)) {
				return false;
			}
		}
		return true;
	}

	private void report(List<Property> path, String description) {
		Property first = path.get(0);
		String names = path.stream().map(Property::name).collect(Collectors.joining("."));
		this.problems.add(first, description.formatted(names),
				"declare one of them as a reference: Ref<%s> %s".formatted(first.type().getSimpleName(), first.name()));
	}

}
