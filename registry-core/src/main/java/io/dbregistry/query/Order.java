package io.dbregistry.query;

import io.dbregistry.model.Attribute;
import io.dbregistry.model.ModelType;

import org.springframework.util.Assert;

/**
 * An attribute that objects are ordered by.
 *
 * @param attribute the attribute
 * @param descending whether the greatest value comes first
 */
record Order(Attribute attribute, boolean descending) {

	/**
	 * Reads an order as it is written in a query.
	 * @param text the name of an attribute, {@code -} in front for the greatest first
	 */
	static Order from(ModelType<?> model, String text) {
		Assert.notNull(text, () -> "No attribute of model '%s' is given; name one, or leave it out".formatted(model));
		boolean descending = text.startsWith("-");
		return new Order(ColumnValues.comparable(model, descending ? text.substring(1) : text), descending);
	}

	/** The same order, by what the attribute is now. */
	Order on(ModelType<?> model) {
		return new Order(ColumnValues.current(model, this.attribute), this.descending);
	}

}
