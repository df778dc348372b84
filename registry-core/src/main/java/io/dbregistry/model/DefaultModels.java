package io.dbregistry.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fixed set of models.
 */
final class DefaultModels implements Models {

	private final List<ModelType<?>> all;

	private final Map<Class<?>, ModelType<?>> byType = new LinkedHashMap<>();

	private final Map<String, ModelType<?>> byName = new LinkedHashMap<>();

	DefaultModels(List<ModelType<?>> models) {
		this.all = List.copyOf(models);
		for (ModelType<?> model : models) {
			this.byType.put(model.type(), model);
			this.byName.put(model.name(), model);
		}
	}

	@Override
	public <T> ModelType<T> get(Class<T> type) {
		return find(type).orElseThrow(() -> new NoSuchModelException(type, names()));
	}

	@Override
	public ModelType<?> get(String name) {
		return find(name).orElseThrow(() -> new NoSuchModelException(name, names()));
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> Optional<ModelType<T>> find(Class<T> type) {
		return Optional.ofNullable((ModelType<T>) this.byType.get(type));
	}

	@Override
	public Optional<ModelType<?>> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

	@Override
	public List<ModelType<?>> all() {
		return this.all;
	}

	@Override
	public List<String> names() {
		return List.copyOf(this.byName.keySet());
	}

}
