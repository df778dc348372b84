package io.dbregistry.metadata;

import java.util.List;

/**
 * Columns whose values occur together only once.
 *
 * @param name the name of the constraint
 * @param columns the names of its columns, in order, at least one
 */
public record UniqueConstraint(String name, List<String> columns) implements TablePart {

	public UniqueConstraint {
		columns = List.copyOf(columns);
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("Unique constraint '%s' needs at least one column".formatted(name));
		}
	}

	@Override
	public String describe() {
		return "Unique constraint '%s' over %s".formatted(this.name, this.columns);
	}

}
