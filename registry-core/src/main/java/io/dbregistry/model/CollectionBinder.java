package io.dbregistry.model;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.dbregistry.error.NearNames;

import org.jspecify.annotations.Nullable;

/**
 * Compares collections with the models of their elements, and links them.
 */
final class CollectionBinder {

	private final Binding binding;

	private final Problems problems;

	CollectionBinder(Binding binding) {
		this.binding = binding;
		this.problems = binding.problems();
	}

	/**
	 * Links a collection.
	 * @return how its elements are found, when all models are bound, or {@code null}
	 * after a problem was reported
	 */
	@Nullable Supplier<CollectionLink> bind(AttributeDefinition collection) {
		CollectionSpec spec = Objects.requireNonNull(collection.collection(), collection.name());
		ModelDefinition element = this.binding.find(spec.element());
		if (element == null) {
			if (!this.binding.canWaitFor(collection, spec.element())) {
				this.problems.add(collection,
						"'%s' is not among the models (%s)".formatted(spec.element().getName(),
								NearNames.describe(spec.element().getSimpleName(), this.binding.names())),
						"add its class to the registry's models");
			}
			return null;
		}
		if (!element.home().equals(collection.model().home())) {
			this.problems.add(collection,
					"model '%s' lives in database '%s', this one in '%s'".formatted(element, element.home(),
							collection.model().home()),
					"query it there: registry.query(%s.class)".formatted(spec.element().getSimpleName()));
			return null;
		}
		if (!isOrdered(collection, spec, element)) {
			return null;
		}
		if (spec.join() == null) {
			return toMany(collection, spec, element);
		}
		return spec.mappedBy().isEmpty() ? joined(collection.model(), collection, element, spec.order(), false)
				: inverse(collection, spec, element);
	}

	private boolean isOrdered(AttributeDefinition collection, CollectionSpec spec, ModelDefinition element) {
		List<String> known = element.leaves().stream().map(AttributeDefinition::path).toList();
		for (String text : spec.order()) {
			String name = text.startsWith("-") ? text.substring(1) : text;
			if (!known.contains(name)) {
				this.problems.add(collection, "@OrderBy names '%s', which is no attribute of '%s' (%s)".formatted(name,
						element, NearNames.describe(name, known)), "correct the name");
				return false;
			}
		}
		return true;
	}

	private @Nullable Supplier<CollectionLink> toMany(AttributeDefinition collection, CollectionSpec spec,
			ModelDefinition element) {
		List<String> possible = element.leaves()
			.stream()
			.filter((other) -> other.isReference() && this.binding.findTarget(other) == collection.model())
			.map(AttributeDefinition::path)
			.toList();
		if (!possible.contains(spec.mappedBy())) {
			refuseMappedBy(collection, spec, element, "reference", possible);
			return null;
		}
		Supplier<ModelType<?>> model = this.binding.later(element);
		return () -> new CollectionLink(model.get(), model.get().attribute(spec.mappedBy()), null, spec.order());
	}

	private @Nullable Supplier<CollectionLink> inverse(AttributeDefinition collection, CollectionSpec spec,
			ModelDefinition element) {
		List<AttributeDefinition> possible = element.attributes()
			.stream()
			.filter((other) -> other.collection() != null && other.collection().ownsJoin()
					&& other.collection().element() == collection.model().type())
			.toList();
		for (AttributeDefinition other : possible) {
			if (other.name().equals(spec.mappedBy())) {
				return joined(element, other, collection.model(), spec.order(), true);
			}
		}
		refuseMappedBy(collection, spec, element, "@ManyToMany collection",
				possible.stream().map(AttributeDefinition::name).toList());
		return null;
	}

	private void refuseMappedBy(AttributeDefinition collection, CollectionSpec spec, ModelDefinition element,
			String kind, List<String> possible) {
		this.problems.add(
				collection, "mappedBy = \"%s\" names no %s from '%s' to '%s' (%s)".formatted(spec.mappedBy(), kind,
						element, collection.model(), NearNames.describe(spec.mappedBy(), possible)),
				"correct the name");
	}

	private @Nullable Supplier<CollectionLink> joined(ModelDefinition owner, AttributeDefinition collection,
			ModelDefinition element, List<String> order, boolean inverse) {
		ModelDefinition join = this.binding.find(JoinModels.name(owner, collection));
		if (join == null) {
			return null; // its own problem is reported
		}
		Supplier<ModelType<?>> model = this.binding.later(join);
		String one = JoinModels.ownerAttribute(owner);
		String other = JoinModels.elementAttribute(owner, collection, element);
		return () -> new CollectionLink(model.get(), model.get().attribute(inverse ? other : one),
				model.get().attribute(inverse ? one : other), order);
	}

}
