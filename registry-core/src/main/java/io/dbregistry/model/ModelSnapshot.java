package io.dbregistry.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.dbregistry.metadata.Column;
import org.jspecify.annotations.Nullable;

/**
 * The models of a registry at one time. Immutable: what is changed is replaced as a
 * whole.
 */
final class ModelSnapshot {

	private final Map<ModelType<?>, ModelEntry> entries = new HashMap<>();

	private final Map<String, ModelEntry> byName = new LinkedHashMap<>();

	private final Map<Class<?>, ModelEntry> byType = new HashMap<>();

	private final List<ModelType<?>> all;

	private final List<RegisteredCallback> callbacks;

	/** Made when it is first asked for; any thread may replace it by an equal one. */
	private volatile @Nullable Backwards backwards;

	/**
	 * Creates a snapshot.
	 * @param entries the models in the order of registration
	 * @param callbacks the callbacks in the order of registration
	 */
	ModelSnapshot(Collection<ModelEntry> entries, List<RegisteredCallback> callbacks) {
		this.callbacks = List.copyOf(callbacks);
		List<ModelEntry> ordered = new ArrayList<>(entries);
		ordered.sort(Comparator.comparing((entry) -> rank(entry.definition().kind())));
		for (ModelEntry entry : ordered) {
			this.entries.put(entry.model(), entry);
			this.byName.put(entry.model().name(), entry);
			entry.definition().findType().ifPresent((type) -> this.byType.put(type, entry));
		}
		this.all = ordered.stream()
			.filter((entry) -> entry.definition().kind() != ModelKind.PATTERN)
			.<ModelType<?>>map(ModelEntry::model)
			.toList();
	}

	/** Join models stand where they came up, among the declared ones. */
	private static int rank(ModelKind kind) {
		return ((kind == ModelKind.JOIN) ? ModelKind.DECLARED : kind).ordinal();
	}

	@Nullable ModelEntry find(ModelType<?> model) {
		return this.entries.get(model);
	}

	@Nullable ModelEntry find(String name) {
		return this.byName.get(name);
	}

	@Nullable ModelEntry find(Class<?> type) {
		return this.byType.get(type);
	}

	/** All models, those of patterns too, in order. */
	Collection<ModelEntry> entries() {
		return this.byName.values();
	}

	/** The names of all models, those of patterns too, in order. */
	List<String> names() {
		return List.copyOf(this.byName.keySet());
	}

	/** All models but those of patterns, in order. */
	List<ModelType<?>> all() {
		return this.all;
	}

	List<ModelType<?>> of(ModelKind kind) {
		return entries().stream()
			.filter((entry) -> entry.definition().kind() == kind)
			.<ModelType<?>>map(ModelEntry::model)
			.toList();
	}

	/**
	 * The definitions of the models that a copy of the registry has; join models only
	 * when it has both that they connect, and the collection.
	 */
	List<ModelDefinition> copied() {
		return entries().stream()
			.filter((entry) -> entry.definition().isCopied() && isConnected(entry.definition()))
			.map(ModelSnapshot::copy)
			.toList();
	}

	private boolean isConnected(ModelDefinition model) {
		List<ModelDefinition> ends = model.joined()
			.stream()
			.map(this::find)
			.filter(Objects::nonNull)
			.map(ModelEntry::definition)
			.filter(ModelDefinition::isCopied)
			.toList();
		return ends.size() == model.joined().size()
				&& (ends.isEmpty() || JoinModels.collection(ends.get(0), model.name()).isCopied());
	}

	/** Attributes that stay out take what is declared on their columns with them. */
	private static ModelDefinition copy(ModelEntry entry) {
		ModelDefinition copy = entry.definition().copy();
		copy.removeIf((attribute) -> !attribute.isCopied());
		Set<String> kept = copy.attributes().stream().map(AttributeDefinition::name).collect(Collectors.toSet());
		if (entry.state() != null) {
			copy.spec()
				.removeColumns(entry.state()
					.attributes()
					.stream()
					.filter((attribute) -> !kept.contains(attribute.name()))
					.flatMap((attribute) -> attribute.columns().stream())
					.map(Column::name)
					.toList());
		}
		return copy;
	}

	/** The ways back of references. */
	Backwards backwards() {
		Backwards made = this.backwards;
		if (made == null) {
			made = new Backwards(this);
			this.backwards = made;
		}
		return made;
	}

	List<RegisteredCallback> callbacks() {
		return this.callbacks;
	}

}
