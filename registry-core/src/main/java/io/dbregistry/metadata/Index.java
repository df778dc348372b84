package io.dbregistry.metadata;

import java.util.List;

/**
 * An index of a table.
 *
 * @param name the name of the index
 * @param unique whether equal values are refused
 * @param columns its columns, in order, at least one
 */
public record Index(String name, boolean unique, List<Part> columns) implements TablePart {

	public Index {
		columns = List.copyOf(columns);
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("Index '%s' needs at least one column".formatted(name));
		}
	}

	/**
	 * The index for people: its name and columns.
	 */
	@Override
	public String toString() {
		return "'%s'%s over %s".formatted(this.name, this.unique ? " (unique)" : "", this.columns);
	}

	@Override
	public String describe() {
		return "Index " + this;
	}

	/**
	 * A column of an index and its direction.
	 *
	 * @param column the name of the column
	 * @param descending whether greater values come first
	 */
	public record Part(String column, boolean descending) {

		@Override
		public String toString() {
			return this.descending ? this.column + " desc" : this.column;
		}

	}

}
