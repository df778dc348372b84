package io.dbregistry.model;

import java.util.List;

import io.dbregistry.metadata.Column;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of a column, with the defaults of Jakarta Persistence. Belongs to one
 * definition, which guards it.
 */
final class ColumnSpec {

	private static final int LENGTH = 255;

	/** The name, or empty for the one of the naming strategy. */
	String name = "";

	/** The name in the database before, or {@code null} if nothing is said. */
	@Nullable String formerName;

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

	/** The column of a table that has been read, or {@code null}. */
	@Nullable Column live;

	ColumnSpec copy() {
		ColumnSpec copy = new ColumnSpec();
		copy.set(this);
		return copy;
	}

	/** Asks for the same as another. */
	void set(ColumnSpec other) {
		this.name = other.name;
		this.formerName = other.formerName;
		this.nullable = other.nullable;
		this.unique = other.unique;
		this.insertable = other.insertable;
		this.updatable = other.updatable;
		this.definition = other.definition;
		this.length = other.length;
		this.precision = other.precision;
		this.scale = other.scale;
		this.secondPrecision = other.secondPrecision;
		this.defaultValue = other.defaultValue;
		this.checks = other.checks;
		this.comment = other.comment;
		this.live = other.live;
	}

	/** Whether neither inserts nor updates set the column. */
	boolean isReadOnly() {
		return !this.insertable && !this.updatable;
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
