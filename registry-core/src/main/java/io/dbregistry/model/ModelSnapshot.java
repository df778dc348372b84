package io.dbregistry.model;

import java.util.Comparator;
import java.util.HashMap;
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

	private final Layers<ModelType<?>, ModelEntry> byModel;

	private final Layers<String, ModelEntry> byName;

	private final Layers<Class<?>, ModelEntry> byType;

	private final List<RegisteredCallback> callbacks;

	/** Made when it is first asked for; any thread may replace it by an equal one. */
	private volatile @Nullable List<ModelEntry> entries;

	/** Made when it is first asked for; any thread may replace it by an equal one. */
	private volatile @Nullable List<ModelType<?>> all;

	/** Made when it is first asked for; any thread may replace it by an equal one. */
	private volatile @Nullable Backwards backwards;

	/**
	 * Creates a snapshot without models.
	 * @param callbacks the callbacks in the order of registration
	 */
	ModelSnapshot(List<RegisteredCallback> callbacks) {
		this(new Layers<>(), new Layers<>(), new Layers<>(), callbacks);
	}

	private ModelSnapshot(Layers<ModelType<?>, ModelEntry> byModel, Layers<String, ModelEntry> byName,
			Layers<Class<?>, ModelEntry> byType, List<RegisteredCallback> callbacks) {
		this.byModel = byModel;
		this.byName = byName;
		this.byType = byType;
		this.callbacks = List.copyOf(callbacks);
	}

	/**
	 * The snapshot after a registration.
	 * @param gone what is there no more
	 * @param made what is new or was made anew
	 * @param callbacks the callbacks in the order of registration
	 */
	ModelSnapshot with(List<ModelEntry> gone, List<ModelEntry> made, List<RegisteredCallback> callbacks) {
		Map<ModelType<?>, ModelEntry> models = new HashMap<>();
		Map<String, ModelEntry> names = new HashMap<>();
		Map<Class<?>, ModelEntry> types = new HashMap<>();
		for (ModelEntry entry : made) {
			models.put(entry.model(), entry);
			names.put(entry.model().name(), entry);
			entry.definition().findType().ifPresent((type) -> types.put(type, entry));
		}
		return new ModelSnapshot(this.byModel.with(gone.stream().<ModelType<?>>map(ModelEntry::model).toList(), models),
				this.byName.with(gone.stream().map((entry) -> entry.model().name()).toList(), names),
				this.byType.with(
						gone.stream().<Class<?>>flatMap((entry) -> entry.definition().findType().stream()).toList(),
						types),
				callbacks);
	}

	/** Join models stand where they came up, among the declared ones. */
	private static int rank(ModelEntry entry) {
		ModelKind kind = entry.definition().kind();
		return ((kind == ModelKind.JOIN) ? ModelKind.DECLARED : kind).ordinal();
	}

	@Nullable ModelEntry find(ModelType<?> model) {
		return this.byModel.get(model);
	}

	@Nullable ModelEntry find(String name) {
		return this.byName.get(name);
	}

	@Nullable ModelEntry find(Class<?> type) {
		return this.byType.get(type);
	}

	/** All models, those of patterns too, in order. */
	List<ModelEntry> entries() {
		List<ModelEntry> made = this.entries;
		if (made == null) {
			made = this.byName.values()
				.stream()
				.sorted(Comparator.comparingInt(ModelSnapshot::rank).thenComparingLong(ModelEntry::order))
				.toList();
			this.entries = made;
		}
		return made;
	}

	/** The names of all models, those of patterns too, in order. */
	List<String> names() {
		return entries().stream().map((entry) -> entry.model().name()).toList();
	}

	/** All models but those of patterns, in order. */
	List<ModelType<?>> all() {
		List<ModelType<?>> made = this.all;
		if (made == null) {
			made = entries().stream()
				.filter((entry) -> entry.definition().kind() != ModelKind.PATTERN)
				.<ModelType<?>>map(ModelEntry::model)
				.toList();
			this.all = made;
		}
		return made;
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
		copy.attributes(copy.attributes().stream().filter(AttributeDefinition::isCopied).toList());
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
