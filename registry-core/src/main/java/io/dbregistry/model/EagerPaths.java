package io.dbregistry.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks for eager references that would join without end, or too far.
 */
final class EagerPaths {

	private static final int MOST_HOPS = 3;

	private final Collection<ModelDefinition> models;

	private final Binding binding;

	EagerPaths(Collection<ModelDefinition> models, Binding binding) {
		this.models = models;
		this.binding = binding;
	}

	/** Reports the first bad path of each model. */
	void check() {
		this.models.forEach((model) -> isPossible(model, List.of()));
	}

	private boolean isPossible(ModelDefinition model, List<AttributeDefinition> path) {
		for (AttributeDefinition attribute : model.leaves()) {
			ModelDefinition target = (attribute.kind() == Attribute.Kind.EAGER) ? this.binding.findTarget(attribute)
					: null;
			if (target == null) {
				continue;
			}
			List<AttributeDefinition> longer = new ArrayList<>(path);
			longer.add(attribute);
			if (target == longer.get(0).model()) {
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

	private void report(List<AttributeDefinition> path, String description) {
		AttributeDefinition first = path.get(0);
		String names = path.stream().map(AttributeDefinition::path).collect(Collectors.joining("."));
		this.binding.problems()
			.add(first, description.formatted(names), "declare one of them as a reference: Ref<%s> %s"
				.formatted(first.type().getSimpleName(), first.name()));
	}

}
