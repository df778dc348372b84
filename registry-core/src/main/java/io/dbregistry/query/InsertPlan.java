package io.dbregistry.query;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.Attribute.Generation;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Row;
import org.jspecify.annotations.Nullable;

/**
 * How objects of one model become rows of one product.
 * <ol>
 * <li>What the object lacks and we make is added: a random key, one from a sequence, the
 * first version.</li>
 * <li>If the database makes the key, one statement without the key's column inserts the
 * row and answers with the key, which is added to the object.</li>
 * <li>Otherwise one statement inserts all columns.</li>
 * </ol>
 *
 * @param <T> the type of the objects
 */
final class InsertPlan<T> {

	private final ModelType<T> model;

	private final List<Completion> completions = new ArrayList<>();

	private final InsertStatement given;

	private final @Nullable Generated generated;

	InsertPlan(ModelType<T> model, Dialect dialect) {
		this.model = model;
		List<InsertedValue> insertable = InsertedValue.of(model);
		this.given = InsertStatement.compile(model, insertable, null, dialect);
		Generated identity = null;
		for (Attribute attribute : model.attributes()) {
			if (attribute.generation() == Generation.IDENTITY) {
				identity = generated(model, attribute, insertable, dialect);
			}
			else if (attribute.generation() == Generation.UUID) {
				this.completions
					.add(new Completion(attribute, new AttributeChange(model, attribute), (keys) -> UUID.randomUUID()));
			}
			else if (attribute.generation() == Generation.SEQUENCE) {
				this.completions.add(sequenced(model, attribute, dialect));
			}
			else if (attribute.isVersion() && !attribute.type().isPrimitive()) {
				this.completions
					.add(new Completion(attribute, new AttributeChange(model, attribute), version(attribute)));
			}
		}
		this.generated = identity;
	}

	private static Generated generated(ModelType<?> model, Attribute attribute, List<InsertedValue> insertable,
			Dialect dialect) {
		List<InsertedValue> others = insertable.stream().filter((other) -> other.attribute() != attribute).toList();
		String column = attribute.columns().get(0).name();
		boolean returned = dialect.findInsertReturning(dialect.quote(column)).isPresent();
		return new Generated(attribute, new AttributeChange(model, attribute),
				ColumnCodecs.of(attribute, dialect).get(0), InsertStatement.compile(model, others, attribute, dialect),
				returned ? null : dialect.stored(column));
	}

	private static Completion sequenced(ModelType<?> model, Attribute attribute, Dialect dialect) {
		dialect.requireSequences(attribute.describe());
		Sequence sequence = attribute.findSequence().orElseThrow();
		return new Completion(attribute, new AttributeChange(model, attribute),
				(keys) -> Numbers.convert(attribute, keys.applyAsLong(sequence), attribute.type()));
	}

	private static Function<ToLongFunction<Sequence>, Object> version(Attribute attribute) {
		Supplier<Object> first = Versions.first(attribute);
		return (keys) -> first.get();
	}

	/**
	 * The object with all that we make.
	 * @param keys takes keys from sequences
	 */
	T complete(T object, ToLongFunction<Sequence> keys) {
		if (object instanceof Row row) {
			row.asMap().keySet().forEach(this::requireAttribute);
		}
		T completed = object;
		for (Completion completion : this.completions) {
			if (isMissing(completion.attribute, completed)) {
				completed = completion.change.apply(completed, completion.value.apply(keys));
			}
		}
		return completed;
	}

	/** What a row has under another name would be lost. */
	private void requireAttribute(String name) {
		if (!this.model.attributes().contains(this.model.attribute(name))) {
			String whole = name.substring(0, name.indexOf('.'));
			throw new IllegalArgumentException("'%s' of model '%s' is a part of '%s'; give the whole object as '%s'"
				.formatted(name, this.model, whole, whole));
		}
	}

	/**
	 * What the database makes for this object, or {@code null} when nothing is missing.
	 */
	@Nullable Generated findGenerated(T object) {
		Generated candidate = this.generated;
		if (candidate == null) {
			return null;
		}
		return isMissing(candidate.attribute, object) ? candidate : null;
	}

	/** Primitives are missing when they are 0. */
	private static boolean isMissing(Attribute attribute, Object object) {
		Object value = ColumnValues.get(attribute, object);
		return value == null || attribute.type().isPrimitive() && ((Number) value).longValue() == 0;
	}

	/** The insert of all columns. */
	InsertStatement given() {
		return this.given;
	}

	/** What we add to objects that lack it. */
	private record Completion(Attribute attribute, AttributeChange change,
			Function<ToLongFunction<Sequence>, Object> value) {

	}

	/**
	 * A value that the database makes.
	 *
	 * @param attribute the attribute that gets it
	 * @param change gives it to an object
	 * @param codec reads it from the answer
	 * @param insert the insert without it
	 * @param jdbcKey the column whose value JDBC is asked for, or {@code null} when the
	 * insert itself answers with it
	 */
	record Generated(Attribute attribute, AttributeChange change, ValueCodec codec, InsertStatement insert,
			@Nullable String jdbcKey) {

	}

}
