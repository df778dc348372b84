package io.dbregistry.model;

import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.model.Attribute.Kind;
import jakarta.persistence.GenerationType;

/**
 * The key of models without a class that declare none: a number that the database makes.
 */
final class ClasslessKey {

	private static final String ID = "id";

	private ClasslessKey() {
	}

	/** Gives a model its key, unless it has one or will have that of a live table. */
	static void complete(ModelDefinition model) {
		if (model.type() == null && model.key().isEmpty() && !LiveTable.isWhole(model)) {
			List<AttributeDefinition> declared = model.attributes();
			AttributeDefinition id = model.add(new Declaration(ID, Long.class, Long.class, Kind.BASIC, null),
					new ColumnSpec());
			id.key().generated(GenerationType.IDENTITY);
			model.attributes(Stream.concat(Stream.of(id), declared.stream()).toList());
		}
	}

}
