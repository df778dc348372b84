package io.dbregistry.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways back: for each model the references that lead to it, by name. The name is that
 * of the collection they are mapped by, else that of the referring model.
 */
final class Backwards {

	private final Map<ModelType<?>, Map<String, List<CollectionLink>>> byTarget = new HashMap<>();

	Backwards(ModelSnapshot snapshot) {
		for (ModelEntry entry : snapshot.entries()) {
			ModelState state = entry.state();
			if (state != null) {
				add(snapshot, entry, state.attributes());
			}
		}
	}

	private void add(ModelSnapshot snapshot, ModelEntry entry, Collection<Attribute> attributes) {
		for (Attribute attribute : attributes) {
			if (attribute.kind() == Attribute.Kind.REF || attribute.kind() == Attribute.Kind.EAGER) {
				ModelEntry target = snapshot.find(attribute.target());
				if (target != null) {
					this.byTarget.computeIfAbsent(target.model(), (any) -> new LinkedHashMap<>())
						.computeIfAbsent(name(target, entry, attribute), (any) -> new ArrayList<>())
						.add(new CollectionLink(entry.model(), attribute, null, List.of()));
				}
			}
		}
	}

	private static String name(ModelEntry target, ModelEntry from, Attribute reference) {
		for (AttributeDefinition attribute : target.definition().attributes()) {
			CollectionSpec collection = attribute.collection();
			if (collection != null && collection.join() == null && collection.element() == from.definition().type()
					&& collection.mappedBy().equals(reference.name())) {
				return attribute.name();
			}
		}
		return Names.decapitalize(from.model().name());
	}

	/** The ways back to a model that have a name of their own. */
	Map<String, CollectionLink> of(ModelType<?> model) {
		Map<String, CollectionLink> links = new LinkedHashMap<>();
		named(model).forEach((name, candidates) -> {
			if (candidates.size() == 1) {
				links.put(name, candidates.get(0));
			}
		});
		return Collections.unmodifiableMap(links);
	}

	CollectionLink get(ModelType<?> model, String name) {
		List<CollectionLink> candidates = named(model).getOrDefault(name, List.of());
		if (candidates.isEmpty()) {
			throw new NoSuchAttributeException(model.name(), name, List.copyOf(named(model).keySet()));
		}
		if (candidates.size() > 1) {
			throw new AmbiguousPathException(model.name(), name,
					candidates.stream().map((link) -> link.model().name() + "." + link.owner().name()).toList());
		}
		return candidates.get(0);
	}

	private Map<String, List<CollectionLink>> named(ModelType<?> model) {
		return this.byTarget.getOrDefault(model, Map.of());
	}

}
