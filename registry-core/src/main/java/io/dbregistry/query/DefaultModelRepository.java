package io.dbregistry.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

	/** What was used last; any thread may replace it by an equal one. */
	private volatile @Nullable Place<T> place;

	DefaultModelRepository(QueryEngine engine, ModelType<T> model, Target target) {
		this.engine = engine;
		this.model = model;
		this.target = target;
	}

	@Override
	public T create(T object) {
		requireObject(object);
		Place<T> place = place();
		InsertPlan<T> plan = place.plan().insert();
		T completed = plan.complete(object, (sequence) -> this.engine.sequences().next(place.target(), sequence));
		return plan.insert(completed).store(completed, this.engine.runner(), place.target());
	}

	@Override
	public T get(Object key) {
		Place<T> place = place();
		T object = read(key, place);
		if (object == null) {
			throw new NotFoundException(this.model.name(), place.target().toString(), key);
		}
		return object;
	}

	@Override
	public Optional<T> find(Object key) {
		return Optional.ofNullable(read(key, place()));
	}

	private @Nullable T read(Object key, Place<T> from) {
		CompiledQuery query = from.plan().byKey();
		RowReading<T> reading = new RowReading<>(query, ColumnValues.ofKey(this.model, key), from.plan().rowMapper(),
				from.target());
		run(query, from, "get", reading);
		return reading.object;
	}

	@Override
	public boolean delete(T object) {
		requireObject(object);
		Place<T> place = place();
		List<@Nullable Object> key = ColumnValues.ofObject(this.model, object);
		Optional<Attribute> version = this.model.findVersion();
		if (version.isEmpty()) {
			return delete(place, place.plan().deleteByKey(), key);
		}
		Object value = ColumnValues.get(version.get(), object);
		if (value == null) {
			throw new IllegalArgumentException("The object of model '%s' has no '%s' yet; create it first"
				.formatted(this.model, version.get().name()));
		}
		List<@Nullable Object> values = new ArrayList<>(key);
		values.add(value);
		if (!delete(place, place.plan().deleteVersion(), values)) {
			throw new StaleVersionException(this.model.name(), KeyObjects.make(this.model, key), value);
		}
		return true;
	}

	private void requireObject(T object) {
		Assert.notNull(object, () -> "No object of model '%s' is given; give one".formatted(this.model));
	}

	@Override
	public boolean deleteByKey(Object key) {
		Place<T> place = place();
		return delete(place, place.plan().deleteByKey(), ColumnValues.ofKey(this.model, key));
	}

	private boolean delete(Place<T> from, CompiledQuery query, List<@Nullable Object> values) {
		return run(query, from, "delete", (statement) -> {
			query.bind(statement, values);
			return statement.executeUpdate();
		}) > 0;
	}

	@Override
	public T fetch(T object, String... attributes) {
		requireObject(object);
		for (Attribute attribute : Arrays.stream(attributes)
			.map((name) -> CollectionFetch.require(this.model, name))
			.toList()) {
			Place<T> place = place();
			CollectionPlan collectionPlan = place.plan().collection(attribute);
			Target related = place.target().related(collectionPlan.link().model());
			CollectionFetch fetch = new CollectionFetch(collectionPlan, object, related);
			this.engine.runner().run(related.database(), collectionPlan.query().sql().render(related), "fetch", fetch);
			fetch.set(attribute, object);
		}
		return object;
	}

	@Override
	public T fetch(T object, Getter<? super T> getter) {
		return fetch(object, AttributeNames.of(this.model, getter));
	}

	@Override
	public T fetch(T object, jakarta.persistence.metamodel.Attribute<? super T, ?> attribute) {
		return fetch(object, AttributeNames.of(this.model, attribute));
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

	private long run(CompiledQuery query, Place<T> at, String task, StatementWork work) {
		return this.engine.runner().run(at.target().database(), query.sql().render(at.target()), task, work);
	}

	private Place<T> place() {
		Place<T> current = this.place;
		if (current == null || !current.isCurrent()) {
			current = Place.of(this.engine, this.model, this.target);
			this.place = current;
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
