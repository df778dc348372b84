package io.dbregistry.model;

import org.jspecify.annotations.Nullable;

/**
 * A model during a registration.
 */
final class Draft {

	private final ModelType<?> model;

	private final @Nullable ModelEntry origin;

	private final long order;

	private ModelDefinition definition;

	/**
	 * Creates a draft.
	 * @param model the model
	 * @param definition its definition
	 * @param origin what it was before, or {@code null} when it is new
	 * @param order its place among all models
	 */
	Draft(ModelType<?> model, ModelDefinition definition, @Nullable ModelEntry origin, long order) {
		this.model = model;
		this.definition = definition;
		this.origin = origin;
		this.order = order;
	}

	/** Its place among all models, in the order of registration. */
	long order() {
		return this.order;
	}

	ModelType<?> model() {
		return this.model;
	}

	String name() {
		return this.model.name();
	}

	@Nullable Class<?> type() {
		return this.definition.type();
	}

	ModelDefinition definition() {
		return this.definition;
	}

	@Nullable ModelEntry origin() {
		return this.origin;
	}

	/** The definition, to be changed. */
	ModelDefinition open() {
		if (this.definition.isClosed()) {
			this.definition = this.definition.copy();
		}
		return this.definition;
	}

	/**
	 * Ends the changes; an existing definition that was not changed stays what it was.
	 */
	void close() {
		if (this.origin != null && !this.definition.isModified()) {
			this.definition = this.origin.definition();
		}
		this.definition.close();
	}

	/** Whether it differs from what it was before the registration. */
	boolean isChanged() {
		return this.origin == null || this.definition != this.origin.definition();
	}

	/** The footprint it had before, or {@code null} when it is new or changed. */
	private @Nullable Footprint footprint() {
		return (this.origin != null && !isChanged()) ? this.origin.footprint() : null;
	}

	/** The database, schema and table. */
	String place(ModelSettings settings) {
		Footprint footprint = footprint();
		return (footprint != null) ? footprint.place() : Footprint.place(this.definition, settings);
	}

	/** Whether it has collections. */
	boolean isCollected() {
		Footprint footprint = footprint();
		return (footprint != null) ? footprint.collected() : Footprint.isCollected(this.definition);
	}

}
