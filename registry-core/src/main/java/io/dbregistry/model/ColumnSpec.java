package io.dbregistry.model;

import java.util.List;

import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

/**
 * What {@code @Column} or {@code @JoinColumn} and their neighbours ask for, with the
 * defaults of Jakarta Persistence where they are silent.
 *
 * @param name the name of the column, or empty for the one of the naming strategy
 * @param nullable whether all annotations agree that {@code NULL} can be stored
 * @param unique whether the column alone is unique
 * @param insertable whether inserts set it
 * @param updatable whether updates set it
 * @param definition the type in the product's own words, or empty
 * @param length the length of texts and bytes
 * @param precision the digits of a number, 0 for the default
 * @param scale the digits after the decimal point
 * @param secondPrecision the digits of the fraction of a second, -1 for the default
 * @param checks conditions of the column
 * @param comment the remark, or empty
 */
record ColumnSpec(String name, boolean nullable, boolean unique, boolean insertable, boolean updatable,
		String definition, int length, int precision, int scale, int secondPrecision, List<CheckConstraint> checks,
		String comment) {

	private static final int LENGTH = 255;

	static ColumnSpec from(Property property) {
		boolean optional = isOptional(property);
		Column column = property.find(Column.class);
		if (column != null) {
			return new ColumnSpec(column.name(), optional && column.nullable(), column.unique(), column.insertable(),
					column.updatable(), column.columnDefinition().strip(), column.length(), column.precision(),
					column.scale(), column.secondPrecision(), List.of(column.check()), column.comment());
		}
		JoinColumn join = property.find(JoinColumn.class);
		if (join != null) {
			return new ColumnSpec(join.name(), optional && join.nullable(), join.unique(), join.insertable(),
					join.updatable(), "", LENGTH, 0, 0, -1, List.of(join.check()), join.comment());
		}
		return new ColumnSpec("", optional, false, true, true, "", LENGTH, 0, 0, -1, List.of(), "");
	}

	private static boolean isOptional(Property property) {
		if (property.type().isPrimitive() || property.isKey() || property.isVersion()) {
			return false;
		}
		Basic basic = property.find(Basic.class);
		ManyToOne manyToOne = property.find(ManyToOne.class);
		OneToOne oneToOne = property.find(OneToOne.class);
		return (basic == null || basic.optional()) && (manyToOne == null || manyToOne.optional())
				&& (oneToOne == null || oneToOne.optional());
	}

}
