package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import io.dbregistry.model.Attribute;
import io.dbregistry.model.KeyType;
import io.dbregistry.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys of the values of their columns, for people and for the next call; what is
 * read from rows is made by composed handles.
 */
final class KeyObjects {

	private KeyObjects() {
	}

	/**
	 * The key with some values: an object of the key class, the value of the only
	 * attribute, or the list of the values of several.
	 * @param values the values of the columns of the key
	 */
	static Object make(ModelType<?> model, List<@Nullable Object> values) {
		return make(model, values.iterator());
	}

	private static Object make(ModelType<?> model, Iterator<@Nullable Object> values) {
		KeyType type = model.findKeyType().orElse(null);
		if (type != null) {
			return object(type.constructor(), type.attributes(), values);
		}
		List<Object> parts = new ArrayList<>();
		for (Attribute attribute : model.key()) {
			parts.add(part(attribute, values));
		}
		return (parts.size() == 1) ? parts.get(0) : List.copyOf(parts);
	}

	private static Object part(Attribute attribute, Iterator<@Nullable Object> values) {
		return switch (attribute.kind()) {
			case REF, EAGER -> make(attribute.target(), values);
			case EMBEDDED -> object(attribute.findConstructor().orElseThrow(), attribute.attributes(), values);
			default -> Objects.requireNonNull(values.next());
		};
	}

	private static Object object(MethodHandle constructor, List<Attribute> attributes,
			Iterator<@Nullable Object> values) {
		List<Object> parts = new ArrayList<>();
		attributes.forEach((attribute) -> parts.add(part(attribute, values)));
		try {
			if (constructor.type().parameterCount() > 0) {
				return constructor.invokeWithArguments(parts);
			}
			Object object = constructor.invoke();
			for (int i = 0; i < parts.size(); i++) {
				attributes.get(i).findSetter().orElseThrow().invoke(object, parts.get(i));
			}
			return object;
		}
		catch (Throwable ex) {
			throw Handles.unchecked(ex);
		}
	}

}
