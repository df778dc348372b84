package io.dbregistry.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.ModelType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A repository of one model at one target.
 *
 * @param <T> the type of the objects
 */
final class DefaultModelRepository<T> implements ModelRepository<T> {

	private final QueryEngine engine;

	private final ModelType<T> model;

	private final Target target;

	/** The plan used last; any thread may replace it by an equal one. */
	private volatile @Nullable ModelPlan<T> plan;

	DefaultModelRepository(QueryEngine engine, ModelType<T> model, Target target) {
		this.engine = engine;
		this.model = model;
		this.target = target;
	}

	@Override
	public T create(T object) {
		requireObject(object);
		InsertPlan<T> plan = plan().insert();
		T completed = plan.complete(object, (sequence) -> this.engine.sequences().next(this.target, sequence));
		return plan.insert(completed).store(completed, this.engine.runner(), this.target);
	}

	@Override
	public T get(Object key) {
		T object = read(key);
		if (object == null) {
			throw new NotFoundException(this.model.name(), this.target.toString(), key);
		}
		return object;
	}

	@Override
	public Optional<T> find(Object key) {
		return Optional.ofNullable(read(key));
	}

	private @Nullable T read(Object key) {
		ModelPlan<T> current = plan();
		CompiledQuery query = current.byKey();
		RowReading<T> reading = new RowReading<>(query, ColumnValues.ofKey(this.model, key), current.rowMapper(),
				this.target);
		run(query.sql(), "get", reading);
		return reading.object;
	}

	@Override
	public boolean delete(T object) {
		requireObject(object);
		List<@Nullable Object> key = ColumnValues.ofObject(this.model, object);
		Optional<Attribute> version = this.model.findVersion();
		if (version.isEmpty()) {
			return delete(plan().deleteByKey(), key);
		}
		Object value = ColumnValues.get(version.get(), object);
		if (value == null) {
			throw new IllegalArgumentException("The object of model '%s' has no '%s' yet; create it first"
				.formatted(this.model, version.get().name()));
		}
		List<@Nullable Object> values = new ArrayList<>(key);
		values.add(value);
		if (!delete(plan().deleteVersion(), values)) {
			throw new StaleVersionException(this.model.name(), KeyObjects.make(this.model, key), value);
		}
		return true;
	}

	private void requireObject(T object) {
		Assert.notNull(object, () -> "No object of model '%s' is given; give one".formatted(this.model));
	}

	@Override
	public boolean deleteByKey(Object key) {
		return delete(plan().deleteByKey(), ColumnValues.ofKey(this.model, key));
	}

	private boolean delete(CompiledQuery query, List<@Nullable Object> values) {
		return run(query.sql(), "delete", (statement) -> {
			query.bind(statement, values);
			return statement.executeUpdate();
		}) > 0;
	}

	@Override
	public T fetch(T object, String... collections) {
		requireObject(object);
		for (Attribute collection : Arrays.stream(collections)
			.map((name) -> CollectionFetch.require(this.model, name))
			.toList()) {
			CollectionPlan collectionPlan = plan().collection(collection);
			Target related = this.target.related(collectionPlan.link().model());
			CollectionFetch fetch = new CollectionFetch(collectionPlan, object, related);
			this.engine.runner().run(related.database(), collectionPlan.query().sql().render(related), "fetch", fetch);
			fetch.set(collection, object);
		}
		return object;
	}

	@Override
	public T fetch(T object, Getter<? super T> getter) {
		return fetch(object, AttributeNames.of(this.model, getter));
	}

	@Override
	public T fetch(T object, jakarta.persistence.metamodel.Attribute<? super T, ?> collection) {
		return fetch(object, AttributeNames.of(this.model, collection));
	}

	@Override
	public QuerySet<T> query() {
		return new DefaultQuerySet<>(this.engine, this.model, this.target);
	}

	@Override
	public ModelRepository<T> using(String database) {
		return new DefaultModelRepository<>(this.engine, this.model, this.target.using(database));
	}

	@Override
	public ModelRepository<T> schema(String schema) {
		return new DefaultModelRepository<>(this.engine, this.model, this.target.schema(schema));
	}

	private long run(SqlTemplate sql, String task, StatementWork work) {
		return this.engine.runner().run(this.target.database(), sql.render(this.target), task, work);
	}

	/** The dialect is asked for each time: a closed database may be opened elsewhere. */
	private ModelPlan<T> plan() {
		Dialect dialect = this.target.database().dialect();
		ModelPlan<T> current = this.plan;
		if (current == null || current.dialect() != dialect || current.revision() != this.model.revision()) {
			current = this.engine.plan(this.model, dialect);
			this.plan = current;
		}
		return current;
	}

	@Override
	public String toString() {
		return "Repository of model '%s' in %s".formatted(this.model, this.target);
	}

	/** Reads the object with a key. */
	private static final class RowReading<T> implements StatementWork {

		private final CompiledQuery query;

		private final List<@Nullable Object> key;

		private final RowMapper<T> mapper;

		private final Target target;

		private @Nullable T object;

		RowReading(CompiledQuery query, List<@Nullable Object> key, RowMapper<T> mapper, Target target) {
			this.query = query;
			this.key = key;
			this.mapper = mapper;
			this.target = target;
		}

		@Override
		public long execute(PreparedStatement statement) throws SQLException {
			this.query.bind(statement, this.key);
			try (ResultSet rows = statement.executeQuery()) {
				if (!rows.next()) {
					return 0;
				}
				this.object = this.mapper.map(rows, this.target);
				return 1;
			}
		}

	}

}
