package io.dbregistry.model;

import java.lang.reflect.Type;

import io.dbregistry.model.Attribute.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What never changes of the definition of an attribute.
 *
 * @param name the name
 * @param type the class of the values
 * @param genericType their type as it is declared
 * @param kind what they are
 * @param property the member of the class, or {@code null} for a model without one
 */
record Declaration(String name, Class<?> type, Type genericType, Kind kind, @Nullable Property property) {

	static Declaration of(Property property, Kind kind) {
		return new Declaration(property.name(), property.type(), property.genericType(), kind, property);
	}

}
