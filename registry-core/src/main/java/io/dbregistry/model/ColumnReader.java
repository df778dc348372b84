package io.dbregistry.model;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

/**
 * Reads what {@code @Column} or {@code @JoinColumn} and their neighbours ask for.
 */
final class ColumnReader {

	private ColumnReader() {
	}

	static ColumnSpec read(Property property) {
		Column column = property.find(Column.class);
		ColumnSpec spec = readAny(property);
		spec.nullable = isOptional(property);
		spec.unique = property.has(OneToOne.class);
		if (column != null) {
			read(column, spec);
		}
		return spec;
	}

	/**
	 * What is asked for of any member, also of one without a column.
	 */
	static ColumnSpec readAny(Property property) {
		RenamedFrom renamed = property.find(RenamedFrom.class);
		ColumnSpec spec = new ColumnSpec();
		spec.formerName = (renamed != null) ? renamed.value() : null;
		return spec;
	}

	/**
	 * What is asked for when another annotation stands in place of that of the member.
	 */
	static ColumnSpec read(Property property, Column column) {
		ColumnSpec spec = readAny(property);
		spec.nullable = isOptional(property);
		read(column, spec);
		if (!spec.name.isEmpty()) {
			spec.formerName = null; // of a column that the member names itself
		}
		return spec;
	}

	private static void read(Column column, ColumnSpec spec) {
		spec.name = column.name();
		spec.nullable &= column.nullable();
		spec.unique |= column.unique();
		spec.insertable = column.insertable();
		spec.updatable = column.updatable();
		spec.definition = column.columnDefinition().strip();
		spec.length = column.length();
		spec.precision = column.precision();
		spec.scale = column.scale();
		spec.secondPrecision = column.secondPrecision();
		spec.checks = TableReader.checks(column.check());
		spec.comment = column.comment();
	}

	static void read(JoinColumn join, ColumnSpec spec) {
		spec.name = join.name();
		spec.nullable &= join.nullable();
		spec.unique |= join.unique();
		spec.insertable = join.insertable();
		spec.updatable = join.updatable();
		spec.checks = TableReader.checks(join.check());
		spec.comment = join.comment();
	}

	private static boolean isOptional(Property property) {
		Basic basic = property.find(Basic.class);
		ManyToOne manyToOne = property.find(ManyToOne.class);
		OneToOne oneToOne = property.find(OneToOne.class);
		return (basic == null || basic.optional()) && (manyToOne == null || manyToOne.optional())
				&& (oneToOne == null || oneToOne.optional());
	}

}
