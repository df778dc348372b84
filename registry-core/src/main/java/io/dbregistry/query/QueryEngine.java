package io.dbregistry.query;

import java.util.stream.Stream;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.Databases;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.Row;

/**
 * What all repositories and queries of a registry share: databases, models, and what was
 * compiled.
 * <p>
 * What was compiled for a model is dropped when the model has changed or gone and
 * anything is compiled after that.
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

	/** The revision of all models when old plans were dropped. */
	private volatile long cleared;

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
		return new DefaultModelRepository<>(this, model, Target.home(this, model));
	}

	@Override
	public void init() {
		Stream.concat(this.models.all().stream(), this.models.of(ModelKind.PATTERN).stream()).forEach(this::init);
	}

	private void init(ModelType<?> model) {
		Database home = this.databases.get(model.home());
		if (home.status().state() == DatabaseStatus.State.OPEN) {
			ModelPlan<?> plan = plan(model, home.dialect());
			query(plan.init(), plan);
		}
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
			dropOld();
			plan = this.plans.keep(key, new ModelPlan<>(model, dialect));
		}
		return (ModelPlan<T>) plan;
	}

	private void dropOld() {
		long now = this.models.revision();
		if (now != this.cleared) {
			this.plans.removeIf((key) -> !key.model.isAt(key.revision));
			this.queries.removeIf((shape) -> !shape.model().isAt(shape.revision()));
			this.cleared = now;
		}
	}

	/** How many plans and statements are kept. */
	int size() {
		return this.plans.size() + this.queries.size();
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
