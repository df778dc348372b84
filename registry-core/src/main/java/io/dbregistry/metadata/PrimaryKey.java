package io.dbregistry.metadata;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The primary key of a table.
 *
 * @param name the name of the constraint, or {@code null} for the product's own
 * @param columns the names of its columns, in order, at least one
 */
public record PrimaryKey(@Nullable String name, List<String> columns) {

	public PrimaryKey {
		columns = List.copyOf(columns);
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("A primary key needs at least one column");
		}
	}

}
