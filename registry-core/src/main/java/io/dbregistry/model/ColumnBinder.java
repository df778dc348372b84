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
		if (name.isBlank() || !Names.isShort(name)) {
			this.problems.add(attribute,
					"column name '%s' is blank or longer than %d bytes".formatted(name, Names.LIMIT),
					"give a shorter name");
			return null;
		}
		ColumnSpec spec = attribute.spec();
		return new Column(name, type, attribute.isNullable(), identity, spec.defaultValue,
				spec.comment.isEmpty() ? null : spec.comment);
	}

}
