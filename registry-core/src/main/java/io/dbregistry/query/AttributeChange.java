package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

import io.dbregistry.model.Attribute;
import io.dbregistry.model.ModelType;

/**
 * Gives an attribute of objects another value: in a copy of a record, in the object
 * itself otherwise.
 */
final class AttributeChange {

	private final MethodHandle handle;

	/**
	 * Composes the change.
	 */
	AttributeChange(ModelType<?> model, Attribute attribute) {
		MethodHandle change = attribute.findSetter()
			.map((setter) -> set(model, setter))
			.orElseGet(() -> copy(model, attribute));
		this.handle = change.asType(MethodType.methodType(Object.class, Object.class, Object.class));
	}

	/** {@code (value, object) -> { object.attribute = value; return object; }}. */
	private static MethodHandle set(ModelType<?> model, MethodHandle setter) {
		MethodHandle typed = setter.asType(setter.type().changeParameterType(0, model.type()));
		Class<?> value = typed.type().parameterType(1);
		MethodHandle swapped = MethodHandles.permuteArguments(typed,
				MethodType.methodType(void.class, value, model.type()), 1, 0);
		MethodHandle object = MethodHandles.dropArguments(MethodHandles.identity(model.type()), 0, value);
		return MethodHandles.foldArguments(object, swapped);
	}

	/**
	 * {@code (value, object) -> new Book(object.a(), value, object.c())}: each other
	 * parameter of the constructor is filled by its getter.
	 */
	private static MethodHandle copy(ModelType<?> model, Attribute attribute) {
		List<Attribute> attributes = model.attributes();
		int changed = attributes.indexOf(attribute);
		MethodHandle handle = MethodHandles.dropArguments(model.constructor(), attributes.size(), model.type());
		for (int i = attributes.size() - 1; i >= 0; i--) {
			if (i != changed) {
				MethodHandle getter = attributes.get(i).getter();
				getter = getter.asType(getter.type().changeParameterType(0, model.type()));
				handle = MethodHandles.foldArguments(handle, i,
						(i > changed) ? getter : MethodHandles.dropArguments(getter, 0, attribute.type()));
			}
		}
		return handle;
	}

	/**
	 * Changes an object.
	 * @param object the object, of the model's type
	 * @param value the value, of the attribute's type
	 * @param <T> the type of the object
	 * @return the object, or the copy
	 */
	@SuppressWarnings("unchecked")
	<T> T apply(T object, Object value) {
		try {
			return (T) (Object) this.handle.invokeExact(value, (Object) object);
		}
		catch (Throwable ex) {
			throw Handles.unchecked(ex);
		}
	}

}
