package io.dbregistry.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.persistence.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the values of an attribute in their column.
 *
 * @param type the type of what is stored, not a primitive one
 * @param enumType how the constants of an enum are stored, {@code null} for other types
 * @param constants the constants of an enum by what is stored for them, in their order
 * @param conversion makes what is stored, {@code null} when values are stored as they are
 * @param json how values become JSON, {@code null} when they do not
 */
record Coding(Class<?> type, @Nullable EnumType enumType, Map<Object, Object> constants,
		@Nullable Conversion conversion, @Nullable JsonForm json) {

	Coding {
		constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
	}

	/** Values that are stored as they are. */
	static Coding plain(Class<?> type) {
		return new Coding(BasicTypes.box(type), null, Map.of(), null, null);
	}

	/** Values that are stored as JSON. */
	static Coding json(Class<?> type, JsonForm form) {
		return new Coding(type, null, Map.of(), null, form);
	}

}
