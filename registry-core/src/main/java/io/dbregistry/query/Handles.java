package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.springframework.util.ReflectionUtils;

/**
 * What the composers of method handles share.
 */
final class Handles {

	private Handles() {
	}

	/**
	 * A static method of one of our classes.
	 */
	static MethodHandle find(MethodHandles.Lookup lookup, String name, MethodType type) {
		try {
			return lookup.findStatic(lookup.lookupClass(), name, type);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("'%s' of '%s' is gone".formatted(name, lookup.lookupClass()), ex);
		}
	}

	/**
	 * An exception that the code of a model has thrown, as it is.
	 */
	static RuntimeException unchecked(Throwable failure) {
		ReflectionUtils.rethrowRuntimeException(failure);
		throw new IllegalStateException("Not reached", failure);
	}

}
