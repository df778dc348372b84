package io.dbregistry.query;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.Row;

/**
 * What all repositories and queries of a registry share: databases, models, and what was
 * compiled.
 */
final class QueryEngine implements Queries {

	private static final int MAX_PLANS = 10_000;

	private static final int MAX_QUERIES = 1_000;

	private final Databases databases;

	private final Models models;

	private final StatementRunner runner;

	private final SequenceBlocks sequences;

	private final BoundedCache<PlanKey, ModelPlan<?>> plans = new BoundedCache<>(MAX_PLANS);

	private final BoundedCache<Shape, CompiledQuery> queries = new BoundedCache<>(MAX_QUERIES);

	QueryEngine(Databases databases, Models models, StatementRunner runner) {
		this.databases = databases;
		this.models = models;
		this.runner = runner;
		this.sequences = new SequenceBlocks(runner);
	}

	@Override
	public <T> ModelRepository<T> repository(Class<T> type) {
		return repository(this.models.get(type));
	}

	@Override
	public ModelRepository<Row> repository(String model) {
		return repository(this.models.rows(model));
	}

	private <T> ModelRepository<T> repository(ModelType<T> model) {
		Database home = this.databases.get(model.home());
		return new DefaultModelRepository<>(this, model, new Target(this, model, home, null));
	}

	Databases databases() {
		return this.databases;
	}

	Models models() {
		return this.models;
	}

	SequenceBlocks sequences() {
		return this.sequences;
	}

	StatementRunner runner() {
		return this.runner;
	}

	/**
	 * What is compiled for a model, as it is defined now, and a product.
	 */
	@SuppressWarnings("unchecked")
	<T> ModelPlan<T> plan(ModelType<T> model, Dialect dialect) {
		PlanKey key = new PlanKey(model, model.revision(), dialect);
		ModelPlan<?> plan = this.plans.find(key);
		if (plan == null) {
			plan = this.plans.keep(key, new ModelPlan<>(model, dialect));
		}
		return (ModelPlan<T>) plan;
	}

	/**
	 * The statement of a shape, compiled unless it was before.
	 */
	CompiledQuery query(Shape shape, ModelPlan<?> plan) {
		CompiledQuery query = this.queries.find(shape);
		if (query == null) {
			Shape bare = shape.withoutValues();
			query = this.queries.keep(bare, plan.compile(bare));
		}
		return query;
	}

	private record PlanKey(ModelType<?> model, long revision, Dialect dialect) {

	}

}
