package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.model.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * A value that an insert sets.
 *
 * @param attribute the attribute, which is not embedded but may be a part of an embedded
 * object
 * @param getter gets it from an object of the model, of type {@code (Object)Object}
 */
record InsertedValue(Attribute attribute, MethodHandle getter) {

	private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

	private static final MethodHandle IS_NULL = Handles.find(MethodHandles.lookup(), "isNull",
			MethodType.methodType(boolean.class, Object.class));

	/**
	 * What an insert of some attributes of a model may set.
	 */
	static List<InsertedValue> of(List<Attribute> attributes) {
		List<InsertedValue> values = new ArrayList<>();
		attributes.forEach((attribute) -> collect(attribute, attribute.getter().asType(GETTER), values));
		return values;
	}

	private static void collect(Attribute attribute, MethodHandle getter, List<InsertedValue> values) {
		switch (attribute.kind()) {
			case EMBEDDED -> attribute.attributes()
				.forEach((part) -> collect(part, part(getter, part.getter().asType(GETTER)), values));
			case COLLECTION, INVERSE -> {
			}
			default -> {
				if (attribute.isInsertable()) {
					values.add(new InsertedValue(attribute, getter));
				}
			}
		}
	}

	/** {@code object -> getter(object) == null ? null : part(getter(object))}. */
	private static MethodHandle part(MethodHandle getter, MethodHandle part) {
		MethodHandle none = MethodHandles.empty(GETTER);
		return MethodHandles.filterReturnValue(getter, MethodHandles.guardWithTest(IS_NULL, none, part));
	}

	private static boolean isNull(@Nullable Object object) {
		return object == null;
	}

}
