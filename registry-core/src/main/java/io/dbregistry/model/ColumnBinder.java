package io.dbregistry.model;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Makes columns.
 */
final class ColumnBinder {

	private final Problems problems;

	ColumnBinder(Problems problems) {
		this.problems = problems;
	}

	/**
	 * A column of an attribute.
	 * @return the column, or {@code null} after a problem was reported
	 */
	@Nullable Column bind(AttributeDefinition attribute, String name, ColumnType type, boolean identity) {
		return bind(attribute, attribute.spec(), name, type, identity);
	}

	/**
	 * One of several columns of an attribute.
	 * @param spec what is asked for of this one
	 * @return the column, or {@code null} after a problem was reported
	 */
	@Nullable Column bind(AttributeDefinition attribute, ColumnSpec spec, String name, ColumnType type, boolean identity) {
		if (name.isBlank() || !Names.isShort(name)) {
			this.problems.add(attribute,
					"column name '%s' is blank or longer than %d bytes".formatted(name, Names.LIMIT),
					"give a shorter name");
			return null;
		}
		return new Column(name, type, attribute.isNullable() && spec.nullable, identity, spec.defaultValue,
				spec.comment.isEmpty() ? null : spec.comment);
	}

}
