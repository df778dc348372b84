package io.dbregistry.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The models of a registration: those that are there and those that come. A draft of one
 * that is there is made when it is asked for.
 */
final class Drafts {

	private final DefaultModels models;

	private final ModelSnapshot snapshot;

	/** New drafts, and those that were asked for. */
	private final Map<String, Draft> byName = new LinkedHashMap<>();

	private final Map<Class<?>, Draft> byType = new HashMap<>();

	private final Set<String> removed = new HashSet<>();

	private final Map<ModelDefinition, Draft> rejected = new IdentityHashMap<>();

	private final List<Draft> rejectedInOrder = new ArrayList<>();

	Drafts(DefaultModels models, ModelSnapshot snapshot) {
		this.models = models;
		this.snapshot = snapshot;
	}

	/** Adds a draft; one of its name gives up its place. */
	void put(Draft draft) {
		Draft other = this.byName.put(draft.name(), draft);
		if (other != null && other.type() != null) {
			this.byType.remove(other.type(), other);
		}
		if (draft.type() != null) {
			this.byType.put(draft.type(), draft);
		}
	}

	/** Keeps a draft that cannot be added, so that all that is wrong with it is found. */
	void reject(Draft draft) {
		this.rejected.put(draft.definition(), draft);
		this.rejectedInOrder.add(draft);
	}

	void remove(Draft draft) {
		this.byName.remove(draft.name());
		this.removed.add(draft.name());
		if (draft.type() != null) {
			this.byType.remove(draft.type(), draft);
		}
	}

	@Nullable Draft find(String name) {
		Draft draft = this.byName.get(name);
		ModelEntry entry = (draft == null && !this.removed.contains(name)) ? this.snapshot.find(name) : null;
		if (entry == null) {
			return draft;
		}
		Draft made = new Draft(entry.model(), entry.definition(), entry, entry.order());
		put(made);
		return made;
	}

	@Nullable Draft find(Class<?> type) {
		Draft draft = this.byType.get(type);
		ModelEntry entry = (draft == null) ? this.snapshot.find(type) : null;
		if (entry == null) {
			return draft;
		}
		Draft named = find(entry.model().name());
		return (named != null && named.type() == type) ? named : null;
	}

	/** The model that a reference leads to. */
	@Nullable Draft find(ReferenceSpec reference) {
		if (reference.name() != null) {
			return find(reference.name());
		}
		return (reference.type() != null) ? find(reference.type()) : null;
	}

	ModelType<?> model(ModelDefinition definition) {
		Draft draft = this.byName.get(definition.name());
		if (draft == null || draft.definition() != definition) {
			draft = this.rejected.getOrDefault(definition, draft);
		}
		if (draft == null) {
			throw new IllegalStateException("'%s' is no draft".formatted(definition));
		}
		return draft.model();
	}

	Converters converters() {
		return this.models.converters();
	}

	/** The models that will be registered when this is done. */
	Models models() {
		return this.models;
	}

	/** Knows the models that are there. */
	ModelIndex index() {
		return this.models.index();
	}

	List<String> names() {
		return definitions().map(ModelDefinition::name).toList();
	}

	/** All drafts whose definitions are such, those that are there first. */
	List<Draft> all(Predicate<ModelDefinition> condition) {
		return definitions().filter(condition)
			.toList()
			.stream()
			.map((definition) -> find(definition.name()))
			.filter(Objects::nonNull)
			.toList();
	}

	private Stream<ModelDefinition> definitions() {
		List<ModelDefinition> all = new ArrayList<>();
		for (ModelEntry entry : this.snapshot.entries()) {
			Draft draft = this.byName.get(entry.model().name());
			if (draft != null) {
				all.add(draft.definition());
			}
			else if (!this.removed.contains(entry.model().name())) {
				all.add(entry.definition());
			}
		}
		this.byName.values()
			.stream()
			.filter((draft) -> this.snapshot.find(draft.name()) == null)
			.map(Draft::definition)
			.forEach(all::add);
		return all.stream();
	}

	/** New drafts, and those of models that are there that were asked for. */
	List<Draft> touched() {
		return List.copyOf(this.byName.values());
	}

	/** The drafts that differ from what was there before, also those refused. */
	List<Draft> changed() {
		return Stream.concat(this.byName.values().stream(), this.rejectedInOrder.stream())
			.filter(Draft::isChanged)
			.toList();
	}

	/** The drafts of the models there that refer to a name or class. */
	List<Draft> referrers(Object target) {
		return List.copyOf(index().referrers(target)).stream().map(this::find).filter(Objects::nonNull).toList();
	}

	/**
	 * Of some models that are there, those that stay what they are.
	 * @param made the names of those that do not
	 */
	List<ModelEntry> unaffected(Set<String> names, Set<String> made) {
		return names.stream()
			.filter((name) -> !made.contains(name))
			.map(this::find)
			.filter(Objects::nonNull)
			.map(Draft::origin)
			.filter(Objects::nonNull)
			.toList();
	}

	/** What was there before and goes, or is replaced by another model. */
	List<ModelEntry> gone() {
		return Stream.concat(this.removed.stream(), this.byName.keySet().stream())
			.distinct()
			.map(this.snapshot::find)
			.filter(Objects::nonNull)
			.filter((entry) -> {
				Draft draft = this.byName.get(entry.model().name());
				return draft == null || draft.model() != entry.model();
			})
			.toList();
	}

}
