package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;

import io.dbregistry.model.Attribute.Member;

/**
 * Makes the handles that read, fill and make rows.
 */
final class RowAccess {

	private static final MethodHandle STORED = find("stored",
			MethodType.methodType(Object.class, String.class, AttributePath.class, Class.class));

	private static final MethodHandle SET = find("set", MethodType.methodType(Row.class, String.class, Object.class));

	private RowAccess() {
	}

	private static MethodHandle find(String name, MethodType type) {
		try {
			return MethodHandles.lookup().findVirtual(Row.class, name, type);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	static Member member(String name, AttributePath path, Class<?> type, Type genericType) {
		MethodHandle getter = MethodHandles.insertArguments(STORED, 1, name, path, type);
		MethodHandle setter = MethodHandles.insertArguments(SET, 1, name);
		return new Member(name, path, type, genericType, getter.asType(MethodType.methodType(type, Row.class)),
				setter.asType(MethodType.methodType(void.class, Row.class, type)));
	}

	static MethodHandle constructor() {
		try {
			return MethodHandles.lookup().findConstructor(Row.class, MethodType.methodType(void.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Row has lost its constructor", ex);
		}
	}

}
