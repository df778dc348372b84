package io.dbregistry.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The models of a registration: those that are there and those that come.
 */
final class Drafts {

	private final DefaultModels models;

	private final Map<String, Draft> byName = new LinkedHashMap<>();

	private final Map<Class<?>, Draft> byType = new HashMap<>();

	private final Map<ModelDefinition, Draft> rejected = new IdentityHashMap<>();

	private final List<Draft> rejectedInOrder = new ArrayList<>();

	Drafts(DefaultModels models, ModelSnapshot snapshot) {
		this.models = models;
		snapshot.entries().forEach((entry) -> put(new Draft(entry.model(), entry.definition(), entry)));
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
		if (draft.type() != null) {
			this.byType.remove(draft.type(), draft);
		}
	}

	@Nullable Draft find(String name) {
		return this.byName.get(name);
	}

	@Nullable Draft find(Class<?> type) {
		return this.byType.get(type);
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

	List<String> names() {
		return List.copyOf(this.byName.keySet());
	}

	Collection<Draft> all() {
		return List.copyOf(this.byName.values());
	}

	/** All drafts, and those that cannot be added. */
	List<Draft> withRejected() {
		List<Draft> drafts = new ArrayList<>(this.byName.values());
		drafts.addAll(this.rejectedInOrder);
		return drafts;
	}

}
