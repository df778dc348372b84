package io.dbregistry.query;

import io.dbregistry.model.ModelType;

/**
 * Where the objects of a model are now, and what is compiled for them there.
 *
 * @param target where they are
 * @param plan what is compiled
 * @param <T> the type of the objects
 */
record Place<T>(Target target, ModelPlan<T> plan) {

	/**
	 * The place of now, wherever a target was when it was made.
	 */
	static <T> Place<T> of(QueryEngine engine, ModelType<T> model, Target target) {
		Target current = target.current();
		return new Place<>(current, engine.plan(model, current.database().dialect()));
	}

	/** The dialect is asked for each time: a closed database may be opened elsewhere. */
	boolean isCurrent() {
		return this.target.isCurrent() && this.plan.dialect() == this.target.database().dialect();
	}

}
