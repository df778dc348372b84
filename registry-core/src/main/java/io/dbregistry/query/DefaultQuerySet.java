package io.dbregistry.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.dbregistry.model.ModelType;
import io.dbregistry.query.Shape.Operation;
import jakarta.persistence.metamodel.Attribute;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A query over the objects of one model at one target.
 *
 * @param <T> the type of the objects
 */
final class DefaultQuerySet<T> implements QuerySet<T> {

	private static final int UNLIMITED = -1;

	private final QueryEngine engine;

	private final ModelType<T> model;

	private final Target target;

	private final @Nullable Condition conditions;

	private final List<Order> orders;

	private final int limit;

	private final long offset;

	private final boolean all;

	DefaultQuerySet(QueryEngine engine, ModelType<T> model, Target target) {
		this(engine, model, target, null, List.of(), UNLIMITED, 0, false);
	}

	private DefaultQuerySet(QueryEngine engine, ModelType<T> model, Target target, @Nullable Condition conditions,
			List<Order> orders, int limit, long offset, boolean all) {
		this.engine = engine;
		this.model = model;
		this.target = target;
		this.conditions = conditions;
		this.orders = orders;
		this.limit = limit;
		this.offset = offset;
		this.all = all;
	}

	@Override
	public QuerySet<T> filter(String attribute, @Nullable Object value) {
		return with(attribute, value, false);
	}

	@Override
	public QuerySet<T> filter(Getter<? super T> getter, @Nullable Object value) {
		return filter(AttributeNames.of(this.model, getter), value);
	}

	@Override
	public QuerySet<T> filter(Attribute<? super T, ?> attribute, @Nullable Object value) {
		return filter(AttributeNames.of(this.model, attribute), value);
	}

	@Override
	public QuerySet<T> exclude(String attribute, @Nullable Object value) {
		return with(attribute, value, true);
	}

	@Override
	public QuerySet<T> exclude(Getter<? super T> getter, @Nullable Object value) {
		return exclude(AttributeNames.of(this.model, getter), value);
	}

	@Override
	public QuerySet<T> exclude(Attribute<? super T, ?> attribute, @Nullable Object value) {
		return exclude(AttributeNames.of(this.model, attribute), value);
	}

	private QuerySet<T> with(String name, @Nullable Object value, boolean negated) {
		Assert.notNull(name, () -> "No attribute of model '%s' is given; name one".formatted(this.model));
		Condition condition = Condition.of(this.conditions, ColumnValues.comparable(this.model, name), negated, value);
		return with(condition, this.all);
	}

	private QuerySet<T> with(@Nullable Condition changed, boolean everything) {
		return new DefaultQuerySet<>(this.engine, this.model, this.target, changed, this.orders, this.limit,
				this.offset, everything);
	}

	@Override
	public QuerySet<T> all() {
		return with(this.conditions, true);
	}

	@Override
	public QuerySet<T> orderBy(String... attributes) {
		return ordered(Arrays.stream(attributes).map((text) -> Order.from(this.model, text)).toList());
	}

	@Override
	public QuerySet<T> orderBy(Getter<? super T> getter) {
		return orderBy(AttributeNames.of(this.model, getter));
	}

	@Override
	public QuerySet<T> orderBy(Attribute<? super T, ?> attribute) {
		return orderBy(AttributeNames.of(this.model, attribute));
	}

	private DefaultQuerySet<T> ordered(List<Order> changed) {
		return new DefaultQuerySet<>(this.engine, this.model, this.target, this.conditions, changed, this.limit,
				this.offset, this.all);
	}

	@Override
	public QuerySet<T> limit(int limit) {
		if (limit < 0) {
			throw new IllegalArgumentException(
					"The limit must not be negative, '%d' is; leave it out for all objects".formatted(limit));
		}
		return paged(limit, this.offset);
	}

	@Override
	public QuerySet<T> offset(long offset) {
		if (offset < 0) {
			throw new IllegalArgumentException(
					"The offset must not be negative, '%d' is; use 0 to pass over nothing".formatted(offset));
		}
		return paged(this.limit, offset);
	}

	private DefaultQuerySet<T> paged(int changedLimit, long changedOffset) {
		return new DefaultQuerySet<>(this.engine, this.model, this.target, this.conditions, this.orders, changedLimit,
				changedOffset, this.all);
	}

	/** This query with at most so many objects. */
	private DefaultQuerySet<T> atMost(int objects) {
		return paged((this.limit == UNLIMITED) ? objects : Math.min(this.limit, objects), this.offset);
	}

	@Override
	public QuerySet<T> using(String database) {
		return at(this.target.using(database));
	}

	@Override
	public QuerySet<T> schema(String schema) {
		return at(this.target.schema(schema));
	}

	private QuerySet<T> at(Target changed) {
		return new DefaultQuerySet<>(this.engine, this.model, changed, this.conditions, this.orders, this.limit,
				this.offset, this.all);
	}

	@Override
	public List<T> list() {
		List<T> objects = new ArrayList<>();
		Place<T> place = place();
		RowMapper<T> mapper = place.plan().rowMapper();
		run(place, Operation.LIST, (rows) -> {
			objects.add(mapper.map(rows, place.target()));
		});
		return Collections.unmodifiableList(objects);
	}

	@Override
	public Optional<T> find() {
		List<T> objects = atMost(2).list();
		if (objects.size() > 1) {
			throw new MoreThanOneException(this.model.name(), this.target.current().toString());
		}
		return objects.stream().findFirst();
	}

	@Override
	public T get() {
		return find().orElseThrow(this::notFound);
	}

	@Override
	public T first() {
		return (this.orders.isEmpty() ? orderedByKey() : this).atMost(1)
			.list()
			.stream()
			.findFirst()
			.orElseThrow(this::notFound);
	}

	private DefaultQuerySet<T> orderedByKey() {
		return ordered(this.model.key().stream().map((attribute) -> new Order(attribute, false)).toList());
	}

	private NotFoundException notFound() {
		return new NotFoundException(this.model.name(), this.target.current().toString());
	}

	@Override
	public long count() {
		long[] count = new long[1];
		run(place(), Operation.COUNT, (rows) -> count[0] = rows.getLong(1));
		return count[0];
	}

	@Override
	public boolean exists() {
		return atMost(1).run(place(), Operation.EXISTS, (rows) -> {
		}) > 0;
	}

	@Override
	public long delete() {
		if (this.conditions == null && !this.all) {
			throw new IllegalStateException(
					"The query on model '%s' has no condition; use all().delete() to delete every row of %s"
						.formatted(this.model, this.target.current()));
		}
		if (this.limit != UNLIMITED || this.offset > 0) {
			throw new IllegalStateException(
					"A query with limit or offset on model '%s' cannot be deleted; use conditions instead"
						.formatted(this.model));
		}
		Place<T> place = place();
		CompiledQuery query = compiled(place, Operation.DELETE);
		return run(query, place, Operation.DELETE, (statement) -> {
			query.bind(statement, this.conditions);
			return statement.executeUpdate();
		});
	}

	private long run(Place<T> place, Operation operation, RowWork work) {
		CompiledQuery query = compiled(place, operation);
		return run(query, place, operation, (statement) -> {
			query.bind(statement, this.conditions);
			bindPage(statement, query.codecs().size());
			return forEach(statement, work);
		});
	}

	private void bindPage(PreparedStatement statement, int bound) throws SQLException {
		int index = bound;
		if (this.limit != UNLIMITED) {
			statement.setInt(++index, this.limit);
		}
		if (this.offset > 0) {
			statement.setLong(++index, this.offset);
		}
	}

	private static long forEach(PreparedStatement statement, RowWork work) throws SQLException {
		try (ResultSet rows = statement.executeQuery()) {
			long count = 0;
			while (rows.next()) {
				work.read(rows);
				count++;
			}
			return count;
		}
	}

	private long run(CompiledQuery query, Place<T> place, Operation operation, StatementWork work) {
		return this.engine.runner()
			.run(place.target().database(), query.sql().render(place.target()), operation.task(), work);
	}

	/** The attributes of conditions and orders are those of the model as it was then. */
	private CompiledQuery compiled(Place<T> place, Operation operation) {
		boolean changed = place.target() != this.target;
		Condition filters = (changed && this.conditions != null) ? this.conditions.on(this.model) : this.conditions;
		List<Order> order = changed ? this.orders.stream().map((each) -> each.on(this.model)).toList() : this.orders;
		ModelPlan<T> plan = place.plan();
		return this.engine.query(new Shape(plan.dialect(), this.model, plan.revision(), operation, filters, order,
				this.limit != UNLIMITED, this.offset > 0), plan);
	}

	private Place<T> place() {
		return Place.of(this.engine, this.model, this.target);
	}

	@Override
	public String toString() {
		return "Query on model '%s' in %s".formatted(this.model, this.target);
	}

	/** What is done with each row. */
	@FunctionalInterface
	private interface RowWork {

		void read(ResultSet rows) throws SQLException;

	}

}
