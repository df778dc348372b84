package io.dbregistry.query;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import io.dbregistry.dialect.Dialect;
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
 * <li>Rows have values for some attributes only: one statement inserts the columns of
 * these and answers with what the row lacks of its key.</li>
 * </ol>
 *
 * @param <T> the type of the objects
 */
final class InsertPlan<T> {

	private final ModelType<T> model;

	private final List<Completion> completions = new ArrayList<>();

	private final @Nullable Attribute identity;

	/** Of objects that have their key. */
	private final Insert given;

	/** Of objects whose key the database makes. */
	private final @Nullable Insert generated;

	private final RowInserts rows;

	InsertPlan(ModelType<T> model, Dialect dialect) {
		this.model = model;
		this.rows = new RowInserts(model, dialect);
		Attribute found = null;
		for (Attribute attribute : model.attributes()) {
			if (attribute.generation() == Generation.IDENTITY) {
				found = attribute;
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
		this.identity = found;
		this.given = new Insert(model, model.attributes(), List.of(), dialect);
		this.generated = (found != null) ? new Insert(model, without(found), List.of(found), dialect) : null;
	}

	private List<Attribute> without(Attribute attribute) {
		return this.model.attributes().stream().filter((other) -> other != attribute).toList();
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

	/** The insert of an object to which all was added that we make. */
	Insert insert(T object) {
		if (object instanceof Row row) {
			return this.rows.of(row);
		}
		return (this.identity != null && this.generated != null && isMissing(this.identity, object)) ? this.generated
				: this.given;
	}

	/** Primitives are missing when they are 0. */
	private static boolean isMissing(Attribute attribute, Object object) {
		Object value = ColumnValues.get(attribute, object);
		return value == null || attribute.type().isPrimitive() && ((Number) value).longValue() == 0;
	}

	/** What we add to objects that lack it. */
	private record Completion(Attribute attribute, AttributeChange change,
			Function<ToLongFunction<Sequence>, Object> value) {

	}

}
