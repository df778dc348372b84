package io.dbregistry.query;

import java.util.List;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.CollectionLink;

/**
 * How the elements of a collection, or the object that refers to another, are read, in
 * one statement.
 *
 * @param link how they are found
 * @param query finds them; the parameters are the key of the owner
 * @param mapper makes them
 */
record CollectionPlan(CollectionLink link, CompiledQuery query, RowMapper<?> mapper) {

	static CollectionPlan of(Attribute collection, Dialect dialect) {
		CollectionLink link = collection.link();
		Selection selection = (link.element() != null) ? Selection.through(link.model(), link.element())
				: Selection.of(link.model());
		List<Order> orders = link.order().stream().map((text) -> Order.from(link.target(), text)).toList();
		Shape shape = new Shape(dialect, link.model(), link.model().revision(), Shape.Operation.LIST,
				Condition.shapeOf(List.of(link.owner())), orders, false, false);
		return new CollectionPlan(link, QueryCompiler.compile(shape, selection),
				RowMapperComposer.compose(selection.objects(), dialect));
	}

}
