package io.dbregistry.model;

import org.jspecify.annotations.Nullable;

/**
 * A callback and the models it is told of. Compared by identity: one callback may be
 * registered twice.
 */
final class RegisteredCallback {

	private final @Nullable String name;

	private final @Nullable Class<?> type;

	private final Times times;

	private final ModelCallback callback;

	/**
	 * Registers a callback.
	 * @param name the name of the only model, or {@code null}
	 * @param type the class of the only model, or {@code null}
	 * @param times how often it is told
	 * @param callback is told
	 */
	RegisteredCallback(@Nullable String name, @Nullable Class<?> type, Times times, ModelCallback callback) {
		this.name = name;
		this.type = type;
		this.times = times;
		this.callback = callback;
	}

	boolean isFor(ModelDefinition model) {
		return (this.name == null || this.name.equals(model.name()))
				&& (this.type == null || this.type == model.type());
	}

	boolean isOnce() {
		return this.times == Times.ONCE;
	}

	void tell(ModelDefinition model) {
		this.callback.onRegister(model);
	}

}
