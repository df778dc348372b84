package io.dbregistry.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.dbregistry.model.Attribute;
import io.dbregistry.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a query and those before it; all of them must be met.
 * <p>
 * An immutable node: a query with one condition more shares the others. Two conditions
 * have the same shape when only their values differ; the hash of the shape is kept, so
 * that a compiled statement is found without walking through all nodes.
 */
final class Condition {

	private static final BitSet NONE = new BitSet();

	private final @Nullable Condition previous;

	private final Attribute attribute;

	private final boolean negated;

	/** The columns, by position, that have no value. */
	private final BitSet nulls;

	/** The values of the other columns, none for a shape. */
	private final List<@Nullable Object> values;

	private final int shapeHash;

	private Condition(@Nullable Condition previous, Attribute attribute, boolean negated, BitSet nulls,
			List<@Nullable Object> values) {
		this.previous = previous;
		this.attribute = attribute;
		this.negated = negated;
		this.nulls = nulls;
		this.values = values;
		int hash = (previous != null) ? previous.shapeHash : 1;
		hash = 31 * hash + attribute.hashCode();
		this.shapeHash = 31 * (2 * hash + (negated ? 1 : 0)) + nulls.hashCode();
	}

	/**
	 * A comparison with a value.
	 * @param previous the condition before it, or {@code null} for none
	 * @param negated whether the objects that meet it are left out
	 * @param value a value of the attribute, or for a reference also the key, or
	 * {@code null} for none
	 */
	static Condition of(@Nullable Condition previous, Attribute attribute, boolean negated, @Nullable Object value) {
		List<@Nullable Object> values = ColumnValues.of(attribute, value);
		BitSet nulls = NONE;
		for (int i = 0; i < values.size(); i++) {
			if (values.get(i) == null) {
				nulls = (nulls == NONE) ? new BitSet() : nulls;
				nulls.set(i);
			}
		}
		return new Condition(previous, attribute, negated, nulls, (nulls == NONE) ? values : present(values));
	}

	private static List<@Nullable Object> present(List<@Nullable Object> values) {
		List<@Nullable Object> present = new ArrayList<>(values);
		present.removeIf(Objects::isNull);
		return present;
	}

	/**
	 * The shape of comparisons with values, one for each attribute.
	 */
	static @Nullable Condition shapeOf(List<Attribute> attributes) {
		Condition condition = null;
		for (Attribute attribute : attributes) {
			condition = new Condition(condition, attribute, false, NONE, List.of());
		}
		return condition;
	}

	@Nullable Condition previous() {
		return this.previous;
	}

	Attribute attribute() {
		return this.attribute;
	}

	/** Whether the objects that meet it are left out. */
	boolean negated() {
		return this.negated;
	}

	/** Whether objects meet it that have no value in a column. */
	boolean isNull(int column) {
		return this.nulls.get(column);
	}

	/**
	 * Whether objects meet it that refer to nothing: no column more than one has to be
	 * empty.
	 */
	boolean isIncompleteReference() {
		return !this.nulls.isEmpty() && this.attribute.kind() != Attribute.Kind.EMBEDDED;
	}

	/** The values that are compared, none for a shape. */
	List<@Nullable Object> values() {
		return this.values;
	}

	int shapeHash() {
		return this.shapeHash;
	}

	static boolean sameShape(@Nullable Condition one, @Nullable Condition other) {
		while (one != null && other != null) {
			if (one == other) {
				return true;
			}
			if (one.shapeHash != other.shapeHash || one.attribute != other.attribute || one.negated != other.negated
					|| !one.nulls.equals(other.nulls)) {
				return false;
			}
			one = one.previous;
			other = other.previous;
		}
		return one == other;
	}

	/**
	 * The same shape, to be kept without the values of whoever came first.
	 */
	Condition withoutValues() {
		return copy((condition) -> condition.attribute, false);
	}

	/**
	 * The same conditions, on what the attributes are now.
	 * @throws IllegalStateException if an attribute has other values than before
	 */
	Condition on(ModelType<?> model) {
		return copy((condition) -> ColumnValues.current(model, condition.attribute), true);
	}

	private Condition copy(Function<Condition, Attribute> attributes, boolean withValues) {
		Deque<Condition> all = new ArrayDeque<>();
		for (Condition condition = this; condition != null; condition = condition.previous) {
			all.addFirst(condition);
		}
		Condition last = null;
		for (Condition condition : all) {
			last = new Condition(last, attributes.apply(condition), condition.negated, condition.nulls,
					withValues ? condition.values : List.of());
		}
		return Objects.requireNonNull(last);
	}

}
