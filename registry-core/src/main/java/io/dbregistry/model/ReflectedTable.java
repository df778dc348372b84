package io.dbregistry.model;

import java.util.List;

import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of a table that belongs to somebody else.
 *
 * @param name the name of the table, with a schema only when the model is fixed to one
 * @param whole whether the model has all columns of the live table, and declares none
 * @param unchecked the names of attributes whose columns need not be as declared
 * @param pattern the name of the pattern that made the model, or {@code null}
 * @param live the table as it was read last for a whole model, or {@code null} before
 */
public record ReflectedTable(QualifiedName name, boolean whole, List<String> unchecked, @Nullable String pattern,
		@Nullable Table live) {

	public ReflectedTable {
		unchecked = List.copyOf(unchecked);
	}

}
