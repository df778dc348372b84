package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * The class of the key objects of a model with several key attributes: its
 * {@code @IdClass}.
 *
 * @param type the class
 * @param attributes its attributes: one for each {@link ModelType#key() key attribute} of
 * the model, in their order, with the same name and columns; for a reference it holds the
 * key of the object referred to
 * @param constructor makes key objects, as {@link ModelType#constructor()} makes objects
 */
public record KeyType(Class<?> type, List<Attribute> attributes, MethodHandle constructor) {

	/**
	 * Checks and copies the components.
	 */
	public KeyType {
		attributes = List.copyOf(attributes);
	}

}
