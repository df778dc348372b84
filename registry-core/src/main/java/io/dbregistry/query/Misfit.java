package io.dbregistry.query;

import java.sql.SQLDataException;

import io.dbregistry.model.Attribute;

/**
 * What is said about a column that holds what its attribute cannot have.
 *
 * @param column the name of the column
 * @param attribute the attribute that holds its values
 */
record Misfit(String column, Attribute attribute) {

	static Misfit of(Attribute attribute) {
		return new Misfit(attribute.columns().get(0).name(), attribute);
	}

	/** The column is {@code NULL}, the attribute a primitive. */
	SQLDataException missing() {
		return failure("is NULL", "value; declare a type that has, or give the row a value");
	}

	/**
	 * The column has another value than the constants of an enum.
	 * @param value the value
	 * @param known what stands for the constants
	 */
	SQLDataException unknown(Object value, Iterable<?> known) {
		StringBuilder list = new StringBuilder();
		known.forEach((constant) -> list.append(list.isEmpty() ? "'" : ", '").append(constant).append("'"));
		return failure("has '" + value + "'", "constant (known: " + list + "); add it, or correct the row");
	}

	private SQLDataException failure(String content, String lack) {
		return new SQLDataException("Column '%s' %s, and %s is of type '%s', which has no such %s".formatted(
				this.column, content, this.attribute.describe(), this.attribute.type().getTypeName(), lack), "22000");
	}

}
