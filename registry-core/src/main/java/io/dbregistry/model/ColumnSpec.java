package io.dbregistry.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for of a column, with the defaults of Jakarta Persistence. Belongs to one
 * definition, which guards it.
 */
final class ColumnSpec {

	private static final int LENGTH = 255;

	/** The name, or empty for the one of the naming strategy. */
	String name = "";

	/** Whether all that was said agrees that {@code NULL} can be stored. */
	boolean nullable = true;

	boolean unique;

	boolean insertable = true;

	boolean updatable = true;

	/** The type in the product's own words, or empty. */
	String definition = "";

	int length = LENGTH;

	/** The digits of a number, 0 for the default. */
	int precision;

	int scale;

	/** The digits of the fraction of a second, -1 for the default. */
	int secondPrecision = -1;

	/** The default as an SQL expression. */
	@Nullable String defaultValue;

	List<CheckSpec> checks = List.of();

	String comment = "";

	ColumnSpec copy() {
		ColumnSpec copy = new ColumnSpec();
		copy.name = this.name;
		copy.nullable = this.nullable;
		copy.unique = this.unique;
		copy.insertable = this.insertable;
		copy.updatable = this.updatable;
		copy.definition = this.definition;
		copy.length = this.length;
		copy.precision = this.precision;
		copy.scale = this.scale;
		copy.secondPrecision = this.secondPrecision;
		copy.defaultValue = this.defaultValue;
		copy.checks = this.checks;
		copy.comment = this.comment;
		return copy;
	}

	/**
	 * A condition that is asked for.
	 *
	 * @param name the name, or empty for a generated one
	 * @param condition the condition as SQL
	 */
	record CheckSpec(String name, String condition) {

	}

}
