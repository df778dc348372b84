package io.dbregistry.query;

import java.util.List;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a statement depends on: everything of a query but its values and its
 * schema.
 *
 * @param dialect the product
 * @param model the model
 * @param revision the revision of the model
 * @param operation what is done with the objects
 * @param conditions the last condition, or {@code null} for none
 * @param orders the order, the most important first
 * @param limited whether there is a limit
 * @param skipping whether there is an offset
 */
record Shape(Dialect dialect, ModelType<?> model, long revision, Operation operation, @Nullable Condition conditions,
		List<Order> orders, boolean limited, boolean skipping) {

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Shape shape && this.dialect == shape.dialect && this.model == shape.model
				&& this.revision == shape.revision && this.operation == shape.operation && this.limited == shape.limited
				&& this.skipping == shape.skipping && this.orders.equals(shape.orders)
				&& Condition.sameShape(this.conditions, shape.conditions);
	}

	@Override
	public int hashCode() {
		int hash = 31 * this.model.hashCode() + this.operation.hashCode();
		hash = 31 * hash + this.orders.hashCode();
		hash = 31 * hash + ((this.conditions != null) ? this.conditions.shapeHash() : 0);
		return 4 * hash + (this.limited ? 2 : 0) + (this.skipping ? 1 : 0);
	}

	/** This shape without values, to be kept. */
	Shape withoutValues() {
		Condition bare = (this.conditions != null) ? this.conditions.withoutValues() : null;
		return new Shape(this.dialect, this.model, this.revision, this.operation, bare, this.orders, this.limited,
				this.skipping);
	}

	/** What is done with the objects of a query. */
	enum Operation {

		LIST("list"), COUNT("count"), EXISTS("exists"), DELETE("delete");

		private final String task;

		Operation(String task) {
			this.task = task;
		}

		/** What it is called in messages. */
		String task() {
			return this.task;
		}

	}

}
